package dk.ordrebro.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files the texts of the pages stand in: one for all pages, and one for each screen below {@code texts/}. */
final class TextBundles {

    private static final String ENDING = ".properties";
    private static final String ENGLISH = "_en" + ENDING;

    private TextBundles() {}

    /** Their base names, in the order in which a text is looked for. */
    static String[] names() {
        Stream<String> screens = Arrays.stream(files())
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .filter(name -> !name.endsWith(ENGLISH))
                .map(name -> "texts/" + name.substring(0, name.length() - ENDING.length()))
                .sorted();
        return Stream.concat(Stream.of("messages"), screens).toArray(String[]::new);
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*" + ENDING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The texts of the pages cannot be read", unreadable);
        }
    }
}
