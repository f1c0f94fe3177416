package dk.ordrebro.intake.woocommerce;

import dk.ordrebro.intake.Reason;
import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.intake.ShopContext;
import dk.ordrebro.intake.Translation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;

/** One order and its refunds, from WooCommerce's words to ours. */
final class OrderTranslation {

    /** Their payment date is set when the status changes by hand, so it proves nothing. */
    private static final Set<String> PAID_LATER = Set.of("", "cod", "bacs", "cheque");

    private final ShopContext shop;
    private final JsonNode node;
    private final List<JsonNode> refunds;
    private final Plugins plugins;
    private final List<Reason> faults = new ArrayList<>();

    OrderTranslation(ShopContext shop, JsonNode node, List<JsonNode> refunds, Plugins plugins) {
        this.shop = shop;
        this.node = node;
        this.refunds = refunds;
        this.plugins = plugins;
    }

    Translation translate() {
        Optional<String> id = Json.id(node, "id");
        if (id.isEmpty() || !node.has("line_items")) {
            return Translation.NotUnderstood.because(ReasonKind.WOO_NO_ORDER);
        }
        String written = Json.text(node, "status");
        Status status = Status.of(written, shop.connection());
        Optional<Instant> completed = Json.time(node, "date_completed_gmt");
        if (status == Status.DRAFT || (status == Status.TRASHED && completed.isEmpty())) {
            return new Translation.Passed(written);
        }
        if (status == Status.UNKNOWN) {
            faults.add(Reason.of(ReasonKind.WOO_STATUS, written));
        }
        Optional<Instant> placed = instant("date_created_gmt");
        Optional<Instant> changed = instant("date_modified_gmt");
        Optional<CurrencyUnit> currency = currency();
        Optional<BigDecimal> total = decimal("total");
        Optional<BigDecimal> vat = decimal("total_tax");
        if (placed.isEmpty() || changed.isEmpty() || currency.isEmpty() || total.isEmpty() || vat.isEmpty()) {
            return new Translation.NotUnderstood(faults);
        }
        List<Payment> giftCards = giftCards(currency.get());
        Optional<Money> gross = gross(currency.get(), total.get(), giftCards);
        if (gross.isEmpty()) {
            return new Translation.NotUnderstood(faults);
        }
        boolean wholeUnits =
                currency.get().getDecimalPlaces() > 0 && total.get().scale() <= 0;
        Priced priced = priced(currency.get(), gross.get(), vat.get(), wholeUnits);
        if (faults.isEmpty() && priced.mode.isEmpty() && isWhole(total.get()) && isWhole(vat.get())) {
            // made while the shop counted in whole units, which it does not any more
            Priced whole = priced(currency.get(), gross.get(), vat.get(), true);
            priced = whole.mode.isPresent() ? whole : priced;
        }
        if (!faults.isEmpty()) {
            return new Translation.NotUnderstood(faults);
        }
        Pricing pricing = priced.pricing;
        List<Sold> sold = priced.sold;
        Optional<PriceMode> mode = priced.mode;
        if (mode.isEmpty()) {
            return new Translation.NotUnderstood(List.of(pricing.difference()));
        }
        Order order =
                order(id.get(), placed.get(), currency.get(), pricing, mode.get(), payments(giftCards, gross.get()));
        Handled handled = new Handled(status, completed, changed.get(), sold);
        Refunds back = new Refunds(
                        sold, currency.get(), total.get(), !giftCards.isEmpty(), completed.orElse(changed.get()))
                .read(refunds);
        List<Reason> questions = new ArrayList<>(handled.questions());
        if (handled.isSoldForGood()) {
            questions.addAll(back.questions());
        }
        return new Translation.Understood(order, handled.deliveries(), back.returns(), back.refunds(), questions);
    }

    private record Priced(List<Sold> sold, Pricing pricing, Optional<PriceMode> mode) {}

    private Priced priced(CurrencyUnit currency, Money gross, BigDecimal vat, boolean wholeUnits) {
        Taxes taxes = new Taxes(node, wholeUnits ? 0 : currency.getDecimalPlaces());
        List<Sold> sold = new LineReader(node, taxes, plugins, wholeUnits, faults).read();
        Pricing pricing = new Pricing(currency, sold, gross, vat, wholeUnits);
        return new Priced(
                sold,
                pricing,
                pricing.mode(Json.text(node, "prices_include_tax").equals("true")));
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private Order order(
            String id, Instant placed, CurrencyUnit currency, Pricing pricing, PriceMode mode, List<Payment> payments) {
        Buyer buyer = new Buyer(node, shop.connection(), plugins);
        String number = Json.words(node, "number");
        return new Order(
                shop.key(id),
                number.isEmpty() ? id : number,
                placed,
                currency,
                mode,
                buyer.customer(),
                buyer.billing(),
                buyer.delivery(),
                pricing.lines(mode),
                List.of(),
                payments,
                pricing.stated(),
                null);
    }

    private Optional<Instant> instant(String name) {
        Optional<Instant> time = Json.time(node, name);
        if (time.isEmpty()) {
            faults.add(Reason.of(ReasonKind.WOO_FIELD_MISSING, name));
        }
        return time;
    }

    private Optional<BigDecimal> decimal(String name) {
        Optional<BigDecimal> number = Json.number(node, name);
        if (number.isEmpty()) {
            faults.add(Reason.of(ReasonKind.WOO_FIELD_MISSING, name));
        }
        return number;
    }

    private Optional<CurrencyUnit> currency() {
        String code = Json.text(node, "currency");
        try {
            return Optional.of(CurrencyUnit.of(code));
        } catch (IllegalCurrencyException _) {
            faults.add(Reason.of(ReasonKind.WOO_CURRENCY, code));
            return Optional.empty();
        }
    }

    /** The official plugin lowers the total by what gift cards paid. To the books that is a payment ({@code docs/reference/vat.md} 5.5). */
    private List<Payment> giftCards(CurrencyUnit currency) {
        List<Payment> cards = new ArrayList<>();
        for (JsonNode card : Json.list(node, "gift_cards")) {
            Json.number(card, "amount")
                    .flatMap(amount -> money(currency, amount))
                    .ifPresentOrElse(
                            amount -> cards.add(new Payment(Payment.Kind.GIFT_CARD, Json.words(card, "code"), amount)),
                            () -> faults.add(Reason.of(ReasonKind.WOO_FIELD_MISSING, "gift_cards.amount")));
        }
        return cards;
    }

    private List<Payment> payments(List<Payment> giftCards, Money gross) {
        List<Payment> payments = new ArrayList<>(giftCards);
        Money rest = giftCards.stream().map(Payment::amount).reduce(gross, Money::minus);
        boolean paid =
                Json.time(node, "date_paid_gmt").isPresent() && !PAID_LATER.contains(Json.text(node, "payment_method"));
        if (paid && rest.isPositive()) {
            payments.add(new Payment(Payment.Kind.OTHER, Json.words(node, "payment_method_title"), rest));
        }
        return payments;
    }

    private Optional<Money> gross(CurrencyUnit currency, BigDecimal total, List<Payment> giftCards) {
        Optional<Money> paid = money(currency, total);
        if (paid.isEmpty()) {
            faults.add(Reason.of(ReasonKind.WOO_DECIMALS, total.toPlainString(), currency.getCode()));
        }
        return paid.map(sum -> giftCards.stream().map(Payment::amount).reduce(sum, Money::plus));
    }

    /** Empty for more decimals than the currency has. */
    private static Optional<Money> money(CurrencyUnit currency, BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() > currency.getDecimalPlaces() ? Optional.empty() : Optional.of(Money.of(currency, plain));
    }
}
