package dk.ordrebro.billysimulator.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of Billy's own specification of totals, and those of the reference where the three ways part. */
class VatRoundingTests {

    @ParameterizedTest
    @CsvSource({
        "excl, 0.02@0.25 0.02@0.25, 0.01, 0.02, 0.01",
        "incl, 12.34@0.25 12.34@0.25 12.34@0.25, 7.40, 7.41, 7.40",
        "excl, 100.20@0.01 100.20@0.02, 3.01, 3.00, 3.00",
        "excl, 599.70@0.25, 149.93, 149.93, 149.93",
        "incl, 123@0.25, 24.60, 24.60, 24.60",
        "incl, 345@0.25, 69.00, 69.00, 69.00",
        // six times 1/60: a sum that no number of decimals of the parts would hit
        "incl, 0.10@0.20 0.10@0.20 0.10@0.20 0.10@0.20 0.10@0.20 0.10@0.20, 0.10, 0.12, 0.10",
        "incl, 0.03@0.20 0.10@0.25 0.11@0, 0.03, 0.03, 0.03",
        "excl, -0.02@0.25 -0.02@0.25, -0.01, -0.02, -0.01",
    })
    void followEachOfTheThreeWays(String mode, String lines, BigDecimal document, BigDecimal line, BigDecimal rate) {
        List<VatRounding.Taxed> taxed = new ArrayList<>();
        for (String one : lines.split(" ", -1)) {
            var amount = new BigDecimal(one.substring(0, one.indexOf('@')));
            var fraction = new BigDecimal(one.substring(one.indexOf('@') + 1));
            taxed.add(new VatRounding.Taxed(fraction, LineAmount.tax(mode.equals("incl"), amount, fraction)));
        }

        assertThat(VatRounding.DOCUMENT.tax(taxed)).isEqualByComparingTo(document);
        assertThat(VatRounding.LINE.tax(taxed)).isEqualByComparingTo(line);
        assertThat(VatRounding.RATE.tax(taxed)).isEqualByComparingTo(rate);
    }

    @Test
    void areSaidInAWord() {
        assertThat(VatRounding.ofWord("rate")).isEqualTo(VatRounding.RATE);
        assertThatThrownBy(() -> VatRounding.ofWord("total")).hasMessageContaining("[document, line, rate]");
    }
}
