package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvFileTests {

    private static String written(String... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(out)) {
            file.row(fields);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void beginsWithTheMarkSpreadsheetsLookForAndKeepsDanishLetters() {
        assertThat(written("æøå", "b")).isEqualTo("\uFEFFæøå;b\r\n");
    }

    @Test
    void quotesWhatWouldBreakARow() {
        assertThat(written("a;b", "c\"d", "e\nf")).isEqualTo("\uFEFF\"a;b\";\"c\"\"d\";\"e\nf\"\r\n");
    }

    @Test
    void writesNoFormulaButLeavesNumbersAlone() {
        assertThat(written("=1+1", "+45 12", "@x", "-12,50", "-x")).isEqualTo("\uFEFF'=1+1;'+45 12;'@x;-12,50;'-x\r\n");
    }

    @Test
    void writesDecimalCommas() {
        assertThat(CsvFile.decimal(new BigDecimal("-1250.50"))).isEqualTo("-1250,50");
    }
}
