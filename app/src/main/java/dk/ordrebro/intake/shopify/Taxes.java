package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The VAT on one line, for all its pieces, also those refunded later.
 *
 * @param rate zero where the shop charged none
 */
record Taxes(VatRate rate, BigDecimal amount) {

    static final Taxes NOTHING = new Taxes(VatRate.ZERO, BigDecimal.ZERO);

    /**
     * Reads the tax lines of a line.
     *
     * @param title of the line, for the person who is asked
     */
    static Taxes of(JsonNode taxLines, Column column, String title) {
        List<JsonNode> charged =
                taxLines.values().stream().filter(tax -> isCharged(tax, column)).toList();
        if (charged.stream().anyMatch(tax -> tax.path("channelLiable").asBoolean(false))) {
            throw new Unclear(ReasonKind.SHOPIFY_TAX_PAID_BY_CHANNEL, title);
        }
        if (charged.size() > 1) {
            throw new Unclear(
                    ReasonKind.SHOPIFY_SEVERAL_TAXES,
                    title,
                    String.join(
                            ", ",
                            charged.stream()
                                    .map(tax -> Json.required(tax, "title"))
                                    .toList()));
        }
        return charged.isEmpty()
                ? NOTHING
                : new Taxes(
                        rate(charged.getFirst(), title),
                        column.cash(charged.getFirst().path("priceSet")));
    }

    /** A zero rate, and a tax of nothing at no rate, are no tax. */
    private static boolean isCharged(JsonNode tax, Column column) {
        return tax.path("rate").asDecimal(BigDecimal.ZERO).signum() != 0
                || column.cash(tax.path("priceSet")).signum() != 0;
    }

    private static VatRate rate(JsonNode tax, String title) {
        BigDecimal fraction = tax.path("rate").asDecimal(BigDecimal.ZERO);
        if (fraction.signum() <= 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new Unclear(ReasonKind.SHOPIFY_TAX_RATE, title, fraction.toPlainString());
        }
        return VatRate.ofFraction(fraction);
    }
}
