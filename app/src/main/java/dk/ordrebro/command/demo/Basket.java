package dk.ordrebro.command.demo;

import dk.ordrebro.integration.OrderIntegration;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order being put together in the invented shop; the till at the end adds up what the customer was charged. */
final class Basket {

    static final CurrencyUnit DKK = CurrencyUnit.of("DKK");
    static final VatRate DANISH = VatRate.percent("25");

    /** Kroner for one euro at the invented shop. */
    private static final BigDecimal EURO_RATE = new BigDecimal("7.4593");

    private final OrderIntegration shop;
    private final int number;
    private final Instant placedAt;
    private final Random random;

    private CurrencyUnit currency = DKK;
    private PriceMode mode = PriceMode.INCLUDING_VAT;
    private VatRate rate = DANISH;
    private Person buyer = Person.NOBODY;
    private @Nullable Address delivery;
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<OrderDiscount> discounts = new ArrayList<>();
    private @Nullable BigDecimal giftCard;

    Basket(OrderIntegration shop, int number, Instant placedAt, Random random) {
        this.shop = shop;
        this.number = number;
        this.placedAt = placedAt;
        this.random = random;
    }

    Random random() {
        return random;
    }

    Basket boughtBy(Person person) {
        buyer = person;
        return this;
    }

    Basket deliveredTo(Address address) {
        delivery = address;
        return this;
    }

    Basket in(String code) {
        currency = CurrencyUnit.of(code);
        return this;
    }

    Basket withoutVatInPrices() {
        mode = PriceMode.EXCLUDING_VAT;
        return this;
    }

    Basket taxedAt(VatRate percent) {
        rate = percent;
        return this;
    }

    /** Some goods, now and then with a discount of their own. */
    Basket goods() {
        int kinds = 1 + random.nextInt(random.nextInt(3) == 0 ? 6 : 3);
        for (int i = 0; i < kinds; i++) {
            Goods.Article article = Goods.any(random);
            int pieces = random.nextInt(4) == 0 ? 2 + random.nextInt(5) : 1;
            add(LineKind.ITEM, article.sku(), article.title(), pieces, article.kroner(), ownDiscount(article));
        }
        return this;
    }

    private @Nullable Discount ownDiscount(Goods.Article article) {
        boolean dear = currency.equals(DKK) && article.kroner().compareTo(new BigDecimal("100")) > 0;
        return switch (random.nextInt(12)) {
            case 0 -> new Discount.Percent(BigDecimal.valueOf(10));
            case 1 -> new Discount.Percent(new BigDecimal("12.5"));
            case 2 -> dear ? new Discount.Amount(new BigDecimal("20")) : null;
            default -> null;
        };
    }

    Basket freight(String title, String kroner) {
        add(LineKind.FREIGHT, null, title, 1, new BigDecimal(kroner), null);
        return this;
    }

    Basket fee(String title, String kroner) {
        add(LineKind.FEE, null, title, 1, new BigDecimal(kroner), null);
        return this;
    }

    Basket giftCardSold(String kroner) {
        lines.add(new OrderLine(
                key(),
                LineKind.GIFT_CARD,
                "GAVE",
                "Gavekort",
                BigDecimal.ONE,
                new BigDecimal(kroner),
                null,
                VatRate.ZERO));
        return this;
    }

    Basket discount(String title, Discount discount, boolean onFreightToo) {
        discounts.add(new OrderDiscount(title, discount, onFreightToo));
        return this;
    }

    Basket paidPartlyByGiftCard(String kroner) {
        giftCard = new BigDecimal(kroner);
        return this;
    }

    private void add(
            LineKind kind,
            @Nullable String sku,
            String title,
            int pieces,
            BigDecimal kronerWithVat,
            @Nullable Discount discount) {
        lines.add(new OrderLine(
                key(), kind, sku, title, BigDecimal.valueOf(pieces), price(kronerWithVat), discount, rate));
    }

    private String key() {
        return String.valueOf(lines.size() + 1);
    }

    /** The shop's list price is in kroner with Danish VAT; elsewhere it takes the VAT out and converts, rounded to whole minor units. */
    private BigDecimal price(BigDecimal kronerWithVat) {
        BigDecimal divisor = mode == PriceMode.EXCLUDING_VAT ? new BigDecimal("1.25") : BigDecimal.ONE;
        if (!currency.equals(DKK)) {
            divisor = divisor.multiply(EURO_RATE);
        }
        return kronerWithVat.divide(divisor, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    /** The finished order with the totals of the till. */
    Order checkOut() {
        Till till = new Till(currency, mode, lines, discounts);
        return order(till.stated(), payments(till));
    }

    /** The finished order with a total that is off by a given amount. */
    Order checkOutOffBy(String amount) {
        Till till = new Till(currency, mode, lines, discounts);
        Money off = Money.of(currency, new BigDecimal(amount));
        return order(new StatedTotals(null, null, till.gross().plus(off)), payments(till));
    }

    private List<Payment> payments(Till till) {
        Money card = giftCard == null ? Money.zero(currency) : Money.of(currency, giftCard);
        Money used = card.isGreaterThan(till.gross()) ? till.gross() : card;
        List<Payment> payments = new ArrayList<>();
        if (used.isPositive()) {
            payments.add(new Payment(Payment.Kind.GIFT_CARD, "Gavekort", used));
        }
        Money rest = till.gross().minus(used);
        if (rest.isPositive()) {
            payments.add(new Payment(Payment.Kind.OTHER, "Betalingskort", rest));
        }
        return payments;
    }

    private Order order(StatedTotals stated, List<Payment> payments) {
        Customer customer = buyer.customer();
        return new Order(
                new OrderKey(shop.company(), shop.id(), "demo-" + number),
                String.valueOf(number),
                placedAt,
                currency,
                mode,
                customer,
                buyer.address(),
                delivery == null ? buyer.address() : delivery,
                lines,
                discounts,
                payments,
                stated,
                currency.getCode().equals("EUR") ? EURO_RATE : null);
    }
}
