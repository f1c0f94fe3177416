package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Finds the VAT rate of a line: its taxes name the order's tax lines, which know the percentage. Rates only choose a VAT code; amounts stay the shop's. */
final class Taxes {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, JsonNode> known;
    private final int decimals;

    /** @param decimals of the shop's amounts: what it may have rounded away */
    Taxes(JsonNode order, int decimals) {
        this.known = Json.list(order, "tax_lines").stream()
                .collect(Collectors.toMap(
                        tax -> Json.text(tax, "rate_id"), Function.identity(), (first, again) -> first));
        this.decimals = decimals;
    }

    /** What is known of a line's rate. */
    sealed interface Found {

        /** The rate; empty where the shop does not say. */
        record Rate(Optional<VatRate> rate) implements Found {}

        record Odd(Reason reason) implements Found {}
    }

    Found rate(JsonNode line, String title, BigDecimal quantity, Amounts charged) {
        if (charged.vat().signum() == 0 && charged.net().signum() != 0) {
            return new Found.Rate(Optional.of(VatRate.ZERO));
        }
        List<String> ids = ids(line, charged.isZero());
        if (ids.isEmpty()) {
            // what was given away and names no tax has no rate, and needs none
            return charged.isZero() ? new Found.Rate(Optional.empty()) : unknown(title, charged);
        }
        if (!known.keySet().containsAll(ids)) {
            return unknown(title, charged);
        }
        Optional<VatRate> rate = joined(ids);
        if (rate.isPresent() && !fits(rate.get(), charged, quantity)) {
            return new Found.Odd(Reason.of(
                    ReasonKind.WOO_RATE_DIFFERS,
                    title,
                    charged.net().toPlainString(),
                    charged.vat().toPlainString(),
                    rate.get().toString()));
        }
        return new Found.Rate(rate);
    }

    /** The rate a reduction belongs to; empty where it touches several. */
    Optional<VatRate> ofReduction(JsonNode line, Amounts charged) {
        if (charged.vat().signum() == 0) {
            return Optional.of(VatRate.ZERO);
        }
        List<String> ids = ids(line, false);
        return ids.size() == 1 && known.containsKey(ids.getFirst()) ? joined(ids) : Optional.empty();
    }

    private static Found unknown(String title, Amounts charged) {
        return new Found.Odd(
                Reason.of(ReasonKind.WOO_TAX_UNKNOWN, title, charged.vat().toPlainString()));
    }

    /** A line given away still names its taxes, with a total of nothing. */
    private static List<String> ids(JsonNode line, boolean free) {
        return Json.list(line, "taxes").stream()
                .filter(tax -> Json.number(tax, "total")
                        .filter(total -> free || total.signum() != 0)
                        .isPresent())
                .map(tax -> Json.text(tax, "id"))
                .toList();
    }

    /** Several taxes on one line add up; a compound one is taken on top of the others. */
    private Optional<VatRate> joined(List<String> ids) {
        BigDecimal plain = BigDecimal.ZERO;
        BigDecimal onTop = BigDecimal.ONE;
        for (String id : ids) {
            JsonNode tax = known.get(id);
            Optional<BigDecimal> percent = tax == null ? Optional.empty() : Json.number(tax, "rate_percent");
            if (tax == null || percent.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal fraction = percent.get().divide(HUNDRED);
            if (Json.text(tax, "compound").equals("true")) {
                onTop = onTop.multiply(BigDecimal.ONE.add(fraction));
            } else {
                plain = plain.add(fraction);
            }
        }
        BigDecimal fraction = BigDecimal.ONE.add(plain).multiply(onTop).subtract(BigDecimal.ONE);
        return fraction.signum() >= 0 && fraction.compareTo(BigDecimal.ONE) <= 0
                ? Optional.of(VatRate.ofFraction(fraction))
                : Optional.empty();
    }

    /** Net and VAT were rounded separately, by some shops for each piece. */
    private boolean fits(VatRate rate, Amounts charged, BigDecimal quantity) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal allowed =
                unit.multiply(new BigDecimal("1.5").add(quantity.abs().divide(BigDecimal.TWO)));
        BigDecimal expected = charged.net().multiply(rate.fraction());
        return expected.subtract(charged.vat()).abs().compareTo(allowed) <= 0;
    }
}
