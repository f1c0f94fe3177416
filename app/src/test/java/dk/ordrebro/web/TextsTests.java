package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static int facts(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static ResourceBundle in(String bundle, Locale language) {
        return ResourceBundle.getBundle(bundle, language, NO_FALLBACK);
    }
}
