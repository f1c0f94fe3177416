package dk.ordrebro.enrichment.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import java.util.Locale;

/**
 * One thing that must hold of a line for a rule to be used. Stored as {@code {"is":"Charged","rate":"7"}}; the names of types and parts never
 * change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Charged.class, name = "Charged"),
    @JsonSubTypes.Type(value = Condition.OfKind.class, name = "OfKind"),
    @JsonSubTypes.Type(value = Condition.SkuIs.class, name = "SkuIs"),
    @JsonSubTypes.Type(value = Condition.SkuBegins.class, name = "SkuBegins"),
    @JsonSubTypes.Type(value = Condition.In.class, name = "In"),
    @JsonSubTypes.Type(value = Condition.To.class, name = "To"),
    @JsonSubTypes.Type(value = Condition.ToOutsideOf.class, name = "ToOutsideOf"),
    @JsonSubTypes.Type(value = Condition.SoldTo.class, name = "SoldTo"),
    @JsonSubTypes.Type(value = Condition.PaidWith.class, name = "PaidWith"),
    @JsonSubTypes.Type(value = Condition.FromShop.class, name = "FromShop")
})
public sealed interface Condition {

    /** Whether it holds of a line of a sale. */
    default boolean holds(Sale sale, OrderLine line) {
        return switch (this) {
            case Charged(var rate) -> rate.equals(line.vatRate());
            case OfKind(var kind) -> line.kind() == kind;
            case SkuIs(var sku) -> sku.equalsIgnoreCase(sku(line));
            case SkuBegins(var beginning) -> sku(line).regionMatches(true, 0, beginning, 0, beginning.length());
            case In(var area) -> sale.area() == area;
            case To(var country) -> sale.country().equals(country);
            case ToOutsideOf(var country) -> sale.outsideOf().equals(country);
            case SoldTo(var buyer) -> sale.buyer() == buyer;
            case PaidWith(var method) -> sale.methods().contains(method.strip().toLowerCase(Locale.ROOT));
            case FromShop from -> sale.shop().equals(from.shop());
        };
    }

    private static String sku(OrderLine line) {
        String sku = line.sku();
        return sku == null ? "" : sku.strip();
    }

    /** The shop charged this rate. A line whose rate the shop does not tell was charged none that is known, not 0 %. */
    record Charged(VatRate rate) implements Condition {}

    record OfKind(LineKind kind) implements Condition {}

    /** The SKU, in whatever case it is written. */
    record SkuIs(String sku) implements Condition {}

    record SkuBegins(String beginning) implements Condition {}

    record In(Area area) implements Condition {}

    /** It goes to this country, and not to a place of it that VAT treats otherwise: an ISO code, {@code XI} for Northern Ireland. */
    record To(String country) implements Condition {}

    /** It goes to a place of this member state that lies outside the VAT area of the EU, such as the Canary Islands: an ISO code. */
    record ToOutsideOf(String country) implements Condition {}

    record SoldTo(BuyerKind buyer) implements Condition {}

    /** Some of it was paid with this method, by the shop's own word for it in whatever case. */
    record PaidWith(String method) implements Condition {}

    /**
     * The order comes from this shop.
     *
     * @param name what the shop was called when the rule was made, for its sentence
     */
    record FromShop(OrderIntegrationId shop, String name) implements Condition {}
}
