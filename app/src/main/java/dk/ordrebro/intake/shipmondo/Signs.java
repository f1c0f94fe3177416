package dk.ordrebro.intake.shipmondo;

import dk.ordrebro.intake.ReasonKind;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.Payment;
import dk.ordrebro.order.StatedTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Finds out what the lines for discounts and gift cards mean. Nothing public says which sign they have, nor whether a gift card that pays is
 * inside the order's total; the total itself decides: the reading whose lines add up to it holds. A gift card that pays is a payment.
 */
final class Signs {

    private final List<OrderLine> lines;
    private final StatedTotals stated;
    private final Money gross;

    private Signs(List<OrderLine> lines, StatedTotals stated) {
        this.lines = lines;
        this.stated = stated;
        this.gross = Objects.requireNonNull(stated.gross());
    }

    /** Lines and payments as they are meant, and the total of the goods. */
    record Meant(List<OrderLine> lines, List<Payment> payments, StatedTotals stated) {}

    /** One way to read them. */
    private record Guess(boolean discountsTurned, boolean cardsTurned, boolean cardsInTotal) {}

    private static final List<Guess> GUESSES = List.of(
            new Guess(false, false, true),
            new Guess(false, false, false),
            new Guess(true, false, true),
            new Guess(true, false, false),
            new Guess(false, true, true),
            new Guess(true, true, true));

    /**
     * Without such lines everything stays as it is: whether the sums agree is judged where the invoice is made.
     *
     * @throws Unclear when no reading adds up to the total
     */
    static Meant of(List<OrderLine> lines, StatedTotals stated) {
        boolean plain =
                lines.stream().noneMatch(line -> isOdd(line) && line.value().signum() != 0);
        if (plain) {
            return new Meant(lines, List.of(), stated);
        }
        return new Signs(lines, stated).meant();
    }

    private static boolean isOdd(OrderLine line) {
        return line.kind() == LineKind.DISCOUNT || line.kind() == LineKind.GIFT_CARD;
    }

    private Meant meant() {
        for (Guess guess : GUESSES) {
            List<OrderLine> read =
                    lines.stream().map(line -> turned(line, guess)).toList();
            boolean sensible = read.stream()
                    .noneMatch(line ->
                            line.kind() == LineKind.DISCOUNT && line.value().signum() > 0);
            if (sensible && addsUp(read, guess)) {
                return meant(read, guess);
            }
        }
        throw new Unclear(
                ReasonKind.SHIPMONDO_SUMS_DIFFER,
                gross.toString(),
                gross.getCurrencyUnit() + " " + sum(lines).toPlainString());
    }

    private static OrderLine turned(OrderLine line, Guess guess) {
        boolean turn = (line.kind() == LineKind.DISCOUNT && guess.discountsTurned)
                || (line.kind() == LineKind.GIFT_CARD && guess.cardsTurned);
        return turn
                ? new OrderLine(
                        line.key(),
                        line.kind(),
                        line.sku(),
                        line.title(),
                        line.quantity(),
                        line.unitPrice().negate(),
                        line.discount(),
                        line.vatRate())
                : line;
    }

    private boolean addsUp(List<OrderLine> read, Guess guess) {
        List<OrderLine> counted = guess.cardsInTotal
                ? read
                : read.stream().filter(line -> !pays(line)).toList();
        BigDecimal least = BigDecimal.ONE.movePointLeft(gross.getCurrencyUnit().getDecimalPlaces());
        BigDecimal tolerance = least.multiply(BigDecimal.valueOf(read.size()));
        return sum(counted).subtract(gross.getAmount()).abs().compareTo(tolerance) <= 0;
    }

    private static boolean pays(OrderLine line) {
        return line.kind() == LineKind.GIFT_CARD && line.value().signum() < 0;
    }

    private static BigDecimal sum(List<OrderLine> lines) {
        return lines.stream().map(Amounts::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Meant meant(List<OrderLine> read, Guess guess) {
        List<Payment> payments = new ArrayList<>();
        Money paid = Money.zero(gross.getCurrencyUnit());
        for (OrderLine card : read.stream().filter(Signs::pays).toList()) {
            if (card.vatRate() != null && !card.vatRate().isZero()) {
                throw new Unclear(ReasonKind.SHIPMONDO_GIFT_CARD_VAT, card.title());
            }
            Money amount = Amounts.money(gross.getCurrencyUnit(), card.value().negate(), "gift_card");
            payments.add(new Payment(Payment.Kind.GIFT_CARD, card.title(), amount));
            paid = paid.plus(amount);
        }
        Money net = stated.net();
        StatedTotals goods = guess.cardsInTotal
                ? new StatedTotals(net == null ? null : net.plus(paid), stated.vat(), gross.plus(paid))
                : stated;
        return new Meant(
                Stream.of(read)
                        .flatMap(List::stream)
                        .filter(line -> !pays(line))
                        .toList(),
                payments,
                goods);
    }
}
