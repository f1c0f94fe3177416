package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

class TextsTests {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    static String[] bundles() {
        return TextBundles.names();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveTheSameKeysInBothLanguages(String bundle) {
        assertThat(in(bundle, Locale.ENGLISH).keySet())
                .isEqualTo(in(bundle, Locale.ROOT).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void takeTheSameFactsInBothLanguages(String bundle) {
        ResourceBundle danish = in(bundle, Locale.ROOT);
        ResourceBundle english = in(bundle, Locale.ENGLISH);
        for (String key : danish.keySet()) {
            assertThat(facts(english.getString(key))).as(key).isEqualTo(facts(danish.getString(key)));
        }
    }

    /** Amounts end with "kr.", and many sentences end with an amount. */
    @ParameterizedTest
    @MethodSource("bundles")
    void endASentenceWithOneFullStop(String bundle) {
        MessageSource texts = new WebConfiguration().messageSource();
        ResourceBundle danish = in(bundle, Locale.ROOT);
        for (String key : danish.keySet()) {
            if (!danish.getString(key).contains("choice")) {
                Object[] amounts = Collections.nCopies(facts(danish.getString(key)), "39,00 kr.")
                        .toArray();
                assertThat(texts.getMessage(key, amounts, Locale.of("da")))
                        .as(key)
                        .doesNotContain("..");
            }
        }
    }

    private static int facts(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static ResourceBundle in(String bundle, Locale language) {
        return ResourceBundle.getBundle(bundle, language, NO_FALLBACK);
    }
}
