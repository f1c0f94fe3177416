package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class WordsTests {

    private final Words words = new Words(new StaticMessageSource(), new Show());

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    da, DK Denmark,                                               Danmark
                    da, 'DK ^39\\d{2}$ Greenland (address written with country DK)', 'Danmark 39\\d{2}'
                    da, JP Japan,                                                 Japan
                    da, AT Austria,                                               Østrig
                    en, 'DK ^39\\d{2}$ Greenland (address written with country DK)', 'DK ^39\\d{2}$ Greenland (address written with country DK)'
                    """)
    void namesARowOfTheTerritoryTableInTheReadersLanguage(String language, String row, String shown) {
        LocaleContextHolder.setLocale(Locale.of(language));

        assertThat(words.territory(row)).isEqualTo(shown);
    }
}
