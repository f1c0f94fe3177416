package dk.ordrebro.period;

import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was sold to consumers in other EU countries with their VAT, for the quarterly OSS return: by country and rate, in euro. The return is made in
 * euro by the European Central Bank's rate of the period's last day (directive 2006/112/EC, article 369h).
 *
 * @param kronerPerEuro null while nobody has said
 */
public record OssReturn(List<Line> lines, @Nullable BigDecimal kronerPerEuro) {

    public OssReturn {
        lines = List.copyOf(lines);
    }

    public record Line(String country, VatRate rate, Sum sum) {}

    public static OssReturn of(List<VatRow> rows, Optional<BigDecimal> kronerPerEuro) {
        return new OssReturn(
                rows.stream()
                        .filter(row -> row.treatment() == VatTreatment.EU_CONSUMER_OSS && !row.outside())
                        .map(row -> new Line(row.country(), row.rate(), row.sum()))
                        .sorted(Comparator.comparing(Line::country)
                                .thenComparing(Line::rate, Comparator.reverseOrder()))
                        .toList(),
                kronerPerEuro.orElse(null));
    }

    /** Euro and cents; empty while no rate is known. */
    public Optional<BigDecimal> euro(BigDecimal kroner) {
        return Optional.ofNullable(kronerPerEuro).map(rate -> kroner.divide(rate, 2, RoundingMode.HALF_UP));
    }
}
