package dk.ordrebro.enrichment;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderDiscount;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Builds an order; a test names only what it is about. Prices include 25 % Danish VAT and the customer lives in Aarhus unless said. */
public final class GivenOrder {

    private CompanyId company = Given.COMPANY;
    private OrderIntegrationId shop = Given.SHOP_ID;
    private String shopOrderId = "1001";
    private Instant placedAt = Given.HANDLED;
    private CurrencyUnit currency = CurrencyUnit.of("DKK");
    private PriceMode mode = PriceMode.INCLUDING_VAT;
    private @Nullable VatRate rate = Given.DANISH;
    private Customer customer = new Customer("c-7", null, "Ida Holm", "ida@example.com", null, null, false, null);
    private Address address = new Address("Ida Holm", "Bredgade 4", "8000", "Aarhus C", "DK");
    private @Nullable Address billing;
    private StatedTotals stated = StatedTotals.NONE;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<OrderDiscount> discounts = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    public static GivenOrder order() {
        return new GivenOrder();
    }

    public GivenOrder from(OrderIntegration integration) {
        company = integration.company();
        shop = integration.id();
        return this;
    }

    public GivenOrder id(String id) {
        shopOrderId = id;
        return this;
    }

    public GivenOrder net() {
        mode = PriceMode.EXCLUDING_VAT;
        return this;
    }

    public GivenOrder in(String code) {
        currency = CurrencyUnit.of(code);
        return this;
    }

    /** Rate of the lines that follow; null where the shop does not say. */
    public GivenOrder rate(@Nullable String percent) {
        rate = percent == null ? null : VatRate.percent(percent);
        return this;
    }

    public GivenOrder to(String country, String postcode) {
        address = new Address("Ida Holm", "Hovedgaden 1", postcode, "By", country);
        return this;
    }

    /** Whom the bill is for, where that is not where the parcel goes. */
    public GivenOrder billedTo(Address other) {
        billing = other;
        return this;
    }

    public GivenOrder company(String name, @Nullable String vatNumber, boolean verified) {
        customer = new Customer("c-8", name, "", null, null, vatNumber, verified, null);
        return this;
    }

    public GivenOrder placed(Instant at) {
        placedAt = at;
        return this;
    }

    /** Who bought; the parcel goes to the same person. */
    public GivenOrder customer(Customer who) {
        customer = who;
        address = new Address(who.name(), address.street(), address.postcode(), address.city(), address.country());
        return this;
    }

    public GivenOrder item(String quantity, String price) {
        return line(LineKind.ITEM, quantity, price, null);
    }

    public GivenOrder item(String quantity, String price, Discount discount) {
        return line(LineKind.ITEM, quantity, price, discount);
    }

    public GivenOrder freight(String price) {
        return line(LineKind.FREIGHT, "1", price, null);
    }

    public GivenOrder line(LineKind kind, String quantity, String price, @Nullable Discount discount) {
        String key = Integer.toString(lines.size() + 1);
        lines.add(new OrderLine(
                key,
                kind,
                kind == LineKind.ITEM ? "SKU-" + key : null,
                kind.name().toLowerCase(java.util.Locale.ROOT) + " " + key,
                new BigDecimal(quantity),
                new BigDecimal(price),
                discount,
                rate));
        return this;
    }

    public GivenOrder off(String amount) {
        discounts.add(new OrderDiscount("Rabat", new Discount.Amount(new BigDecimal(amount)), false));
        return this;
    }

    public GivenOrder offPercent(String percent, boolean onFreightToo) {
        discounts.add(new OrderDiscount("Rabat", new Discount.Percent(new BigDecimal(percent)), onFreightToo));
        return this;
    }

    public GivenOrder paidByGiftCard(String amount) {
        payments.add(new Payment(Payment.Kind.GIFT_CARD, "Gavekort", Money.of(currency, new BigDecimal(amount))));
        return this;
    }

    public GivenOrder paid(String amount) {
        payments.add(new Payment(Payment.Kind.OTHER, "Kort", Money.of(currency, new BigDecimal(amount))));
        return this;
    }

    public GivenOrder statedGross(String gross) {
        stated = new StatedTotals(null, null, Money.of(currency, new BigDecimal(gross)));
        return this;
    }

    public GivenOrder statedNet(String net) {
        stated = new StatedTotals(Money.of(currency, new BigDecimal(net)), stated.vat(), stated.gross());
        return this;
    }

    public GivenOrder statedVat(String vat) {
        stated = new StatedTotals(stated.net(), Money.of(currency, new BigDecimal(vat)), stated.gross());
        return this;
    }

    public Order build() {
        return new Order(
                new OrderKey(company, shop, shopOrderId),
                "#" + shopOrderId,
                placedAt,
                currency,
                mode,
                customer,
                billing == null ? address : billing,
                address,
                lines,
                discounts,
                payments,
                stated,
                null);
    }
}
