package dk.ordrebro.period;

import dk.ordrebro.access.Cvr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The list of EU sales without VAT (EU-salg uden moms): one line for each VAT number, whole kroner, goods only. The file is as Skattestyrelsen
 * describes it (skat.dk, oid 392): records 0, 2 and 10 of nine fields, each ended by CR and LF; no line whose amounts are nought.
 *
 * <p>Assumed, as that page's example shows them no further: record 10 holds the number of records 2 and the sum of their amounts.
 *
 * @param lines what can be told
 * @param missing what cannot, because no whole VAT number stands on the document
 */
public record EuSalesList(List<Line> lines, List<BusinessRow> missing) {

    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})([0-9A-Z+*]{2,12})");
    private static final Pattern DECORATION = Pattern.compile("[\\s.\\-/]");
    private static final String END = "\r\n";

    public EuSalesList {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /**
     * What one business bought.
     *
     * @param country two letters as VAT numbers have them: Greece is EL, Northern Ireland XI
     * @param number without them
     * @param goods whole kroner
     */
    public record Line(String country, String number, String name, BigDecimal goods) {

        private Line plus(Line same) {
            return new Line(country, number, name, goods.add(same.goods));
        }

        private Line whole() {
            return new Line(country, number, name, goods.setScale(0, RoundingMode.HALF_UP));
        }
    }

    public static EuSalesList of(List<BusinessRow> businesses) {
        Map<String, Line> lines = new TreeMap<>();
        List<BusinessRow> missing = new ArrayList<>();
        for (BusinessRow business : businesses) {
            var number = NUMBER.matcher(written(business.vatNumber()));
            if (!number.matches() || !business.sum().unknown().isEmpty()) {
                missing.add(business);
            } else {
                lines.merge(
                        number.group(),
                        new Line(
                                number.group(1),
                                number.group(2),
                                business.name(),
                                business.sum().net()),
                        Line::plus);
            }
        }
        return new EuSalesList(
                lines.values().stream()
                        .map(Line::whole)
                        .filter(line -> line.goods().signum() != 0)
                        .toList(),
                missing);
    }

    /** Without blanks and dots, and Greece by the letters of its VAT numbers. */
    private static String written(String number) {
        String plain = DECORATION.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
        return plain.startsWith("GR") ? "EL" + plain.substring(2) : plain;
    }

    public BigDecimal total() {
        return lines.stream().map(Line::goods).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The file to upload. */
    public String file(Cvr seller, LocalDate lastDay) {
        var file = new StringBuilder("0;" + seller.digits() + ";LISTE;;;;;;" + END);
        for (Line line : lines) {
            file.append(String.join(
                            ";",
                            "2",
                            "%tY%<tm".formatted(lastDay),
                            lastDay.toString(),
                            seller.digits(),
                            line.country,
                            line.number,
                            line.goods.toPlainString(),
                            "0",
                            "0"))
                    .append(END);
        }
        return file + "10;" + lines.size() + ";" + total().toPlainString() + ";;;;;;" + END;
    }
}
