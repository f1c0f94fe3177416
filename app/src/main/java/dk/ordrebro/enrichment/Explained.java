package dk.ordrebro.enrichment;

import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.question.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Reads a delivery whose order comes to another total than its lines, as a person explained the difference. */
final class Explained {

    /** More than this is not rounding: it would be sold without VAT. */
    private static final BigDecimal MOST_ROUNDED = BigDecimal.ONE;

    private final Case given;
    private final List<SummedLine> lines;
    private final List<Money> gross;
    private final Money difference;

    /**
     * A delivery and its difference.
     *
     * @param lines of the order
     * @param gross what each of them comes to with VAT
     * @param difference the shop's total less the lines' sum
     */
    Explained(Case given, List<SummedLine> lines, List<Money> gross, Money difference) {
        this.given = given;
        this.lines = lines;
        this.gross = gross;
        this.difference = difference;
    }

    static boolean isRounding(Money difference) {
        return difference.abs().getAmount().compareTo(MOST_ROUNDED) <= 0;
    }

    /** Empty where the difference cannot be what was answered: freight never makes an order cheaper. */
    Optional<Case> as(Answer.DifferenceIs.What what) {
        return switch (what) {
            case FREIGHT -> more(LineKind.FREIGHT, "Fragt");
            case FEE -> more(LineKind.FEE, "Gebyr");
            case DISCOUNT -> less("Rabat");
            case ROUNDING -> isRounding(difference) ? less("Øreafrunding") : Optional.empty();
            case PAYMENT -> paid();
        };
    }

    private Optional<Case> more(LineKind kind, String title) {
        if (!difference.isPositive()) {
            return Optional.empty();
        }
        Order order = Reread.atGross(given.order(), lines, gross);
        List<OrderLine> all = new ArrayList<>(order.lines());
        all.add(new OrderLine("", kind, null, title, BigDecimal.ONE, difference.getAmount(), null, null));
        return Optional.of(given.with(Reread.lines(order, all), endsTheOrder() ? delivered() : given.fulfillment()));
    }

    /** The line stands on exactly one document: the one that delivers the end of the order's last line. */
    private boolean endsTheOrder() {
        OrderLine last = given.order().deliverableLines().getLast();
        return given.fulfillment().lines().stream()
                .anyMatch(part -> part.lineKey().equals(last.key()) && part.to().compareTo(last.quantity()) == 0);
    }

    private Fulfillment delivered() {
        Fulfillment part = given.fulfillment();
        List<FulfilledLine> all = new ArrayList<>(part.lines());
        all.add(new FulfilledLine("", BigDecimal.ZERO, BigDecimal.ONE));
        return new Fulfillment(
                part.company(),
                part.id(),
                part.order(),
                part.revision(),
                part.number(),
                part.shopKey(),
                part.returnOf(),
                part.reopens(),
                part.handledAt(),
                all);
    }

    private Optional<Case> less(String title) {
        if (!difference.isNegative()) {
            return Optional.empty();
        }
        Order order = Reread.atGross(given.order(), lines, gross);
        return Optional.of(given.with(
                Reread.withDiscount(order, title, difference.negated().getAmount()), given.fulfillment()));
    }

    private Optional<Case> paid() {
        if (!difference.isNegative()) {
            return Optional.empty();
        }
        return Optional.of(given.with(
                Reread.paid(given.order(), "Betaling", difference.negated(), StatedTotals.NONE), given.fulfillment()));
    }
}
