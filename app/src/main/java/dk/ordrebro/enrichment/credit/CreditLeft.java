package dk.ordrebro.enrichment.credit;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.money.Allocation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is left to credit of an invoice, line by line, while its returns are gone through one after the other. A line of which only pieces came back
 * at their price is divided by the cumulative rule alone; once money decided about a line, what is left of it is the limit.
 */
final class CreditLeft {

    private final InvoiceDraft invoice;
    private final PriceMode mode;
    private final Fulfillment delivery;
    private final List<Money> left;
    private final boolean[] byMoney;
    private List<Fulfillment> gone = List.of();

    CreditLeft(InvoiceDraft invoice, Fulfillment delivery) {
        this.invoice = invoice;
        this.mode = invoice.priceMode();
        this.delivery = delivery;
        this.left = new ArrayList<>(
                invoice.lines().stream().map(line -> line.expected().gross()).toList());
        this.byMoney = new boolean[left.size()];
    }

    /** By how much the money of a return exceeds what is left; empty where it does not. */
    Optional<Money> beyond(Fulfillment taken) {
        Money over = Money.zero(invoice.currency());
        for (FulfilledLine part : taken.lines()) {
            MoneyBack back = part.back();
            if (back != null) {
                Money most = most(part);
                Money more = money(back).minus(most);
                over = more.isGreaterThan(over) ? more : over;
            }
        }
        return over.isPositive() ? Optional.of(over) : Optional.empty();
    }

    /** What is left of a line, or of all; where pieces are named, an øre for each may come from other lines of the same rate. */
    private Money most(FulfilledLine part) {
        Money own = sum(indexes(part.lineKey()));
        if (part.lineKey().isEmpty() || part.quantity().signum() == 0) {
            return own;
        }
        Money others =
                sum(indexes(part.lineKey()).flatMap(this::othersOfTheRate).distinct());
        Money few = Money.ofMinor(invoice.currency(), 1)
                .multipliedBy(part.quantity().abs(), RoundingMode.UP);
        return own.plus(least(few, others));
    }

    private IntStream othersOfTheRate(int index) {
        DraftLine line = invoice.lines().get(index);
        return IntStream.range(0, left.size())
                .filter(other -> other != index
                        && invoice.lines().get(other).rate().equals(line.rate())
                        && left.get(other).isPositive());
    }

    private Money sum(IntStream which) {
        return which.mapToObj(left::get).reduce(Money.zero(invoice.currency()), Money::plus);
    }

    /** What a return gives back, which then is not left any more. */
    List<Credit> take(Fulfillment taken) {
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            credits.addAll(pieces(i, taken));
        }
        for (FulfilledLine part : taken.lines()) {
            if (part.back() != null && part.lineKey().isEmpty()) {
                credits.addAll(spread(part.back()));
            }
        }
        credits.addAll(roundingWithTheLast());
        List<Fulfillment> more = new ArrayList<>(gone);
        more.add(taken);
        gone = more;
        return credits;
    }

    /** The rounding line goes back with the last of all others. */
    private List<Credit> roundingWithTheLast() {
        boolean others = IntStream.range(0, left.size())
                .filter(i -> !isRounding(i))
                .allMatch(i -> left.get(i).isZero());
        return others
                ? IntStream.range(0, left.size())
                        .filter(this::isRounding)
                        .mapToObj(this::rest)
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    private boolean isRounding(int index) {
        return invoice.lines().get(index).orderLine().isEmpty();
    }

    /** Whether nothing is left. */
    boolean isNothing() {
        return sum(IntStream.range(0, left.size())).isZero();
    }

    private List<Credit> pieces(int index, Fulfillment taken) {
        DraftLine line = invoice.lines().get(index);
        if (line.orderLine().isEmpty()) {
            return List.of();
        }
        Predicate<FulfilledLine> same = part -> part.lineKey().equals(line.orderLine());
        List<FulfilledLine> stretches = taken.lines().stream().filter(same).toList();
        if (stretches.isEmpty()) {
            // an undo takes the rest of the money too, though all pieces of the line went back before
            return taken.reopens() && byMoney[index] ? rest(index) : List.of();
        }
        Optional<MoneyBack> back = stretches.stream()
                .map(FulfilledLine::back)
                .filter(Objects::nonNull)
                .findFirst();
        if (back.isPresent()) {
            return money(index, back.get(), quantity(taken, same));
        }
        BigDecimal delivered = quantity(delivery, same);
        BigDecimal pieces = quantity(taken, same);
        boolean last = gone.stream()
                        .map(one -> quantity(one, same))
                        .reduce(pieces, BigDecimal::add)
                        .compareTo(delivered)
                == 0;
        if (pieces.compareTo(delivered) == 0 || (last && byMoney[index])) {
            return rest(index);
        }
        return List.of(stretches(index, stretches, delivered, pieces));
    }

    /** Everything that is left of a line. */
    private List<Credit> rest(int index) {
        DraftLine line = invoice.lines().get(index);
        Money rest = left.get(index);
        left.set(index, rest.minus(rest));
        if (!byMoney[index] && rest.equals(line.expected().gross())) {
            return List.of(Credit.whole(line, mode));
        }
        return rest.isZero()
                ? List.of()
                : List.of(Credit.pieces(
                        line,
                        BigDecimal.ONE,
                        Credit.money(line, line.account(), rest, mode).due(),
                        mode));
    }

    private Credit stretches(int index, List<FulfilledLine> stretches, BigDecimal delivered, BigDecimal pieces) {
        DraftLine line = invoice.lines().get(index);
        Totals due = stretches.stream()
                .map(part -> Totals.ofGross(
                        Allocation.stretch(line.expected().gross(), part.from(), part.to(), delivered),
                        Allocation.stretch(line.expected().vat(), part.from(), part.to(), delivered)))
                .reduce(Totals.zero(line.unitPrice().getCurrencyUnit()), Totals::plus);
        if (byMoney[index] && due.gross().isGreaterThan(left.get(index))) {
            due = Credit.money(line, line.account(), left.get(index), mode).due();
        }
        left.set(index, left.get(index).minus(due.gross()));
        boolean folded = line.quantity().compareTo(delivered) != 0;
        return Credit.pieces(line, folded ? BigDecimal.ONE : pieces, due, mode);
    }

    /** What the shop says it paid back for a line, whatever its pieces cost. */
    private List<Credit> money(int index, MoneyBack back, BigDecimal pieces) {
        DraftLine line = invoice.lines().get(index);
        byMoney[index] = true;
        Money gross = least(money(back), left.get(index));
        Money beside = money(back).minus(gross);
        left.set(index, left.get(index).minus(gross));
        List<Credit> credits = new ArrayList<>();
        if (gross.isPositive()) {
            Credit credit = Credit.money(line, account(line, back.account()), gross, mode);
            credits.add(pieces.signum() == 0 ? credit : Credit.pieces(line, pieces, credit.due(), mode));
        }
        for (int other : othersOfTheRate(index).toArray()) {
            Money some = least(beside, left.get(other));
            if (some.isPositive()) {
                byMoney[other] = true;
                left.set(other, left.get(other).minus(some));
                beside = beside.minus(some);
                credits.add(Credit.money(invoice.lines().get(other), line.account(), some, mode));
            }
        }
        return credits;
    }

    /** By what is left of each line, so that none gives back more than it took. */
    private List<Credit> spread(MoneyBack back) {
        Money all = left.stream().reduce(Money.zero(invoice.currency()), Money::plus);
        Money gross = least(money(back), all);
        if (!gross.isPositive()) {
            return List.of();
        }
        List<Money> shares = Allocation.byWeight(
                gross,
                left.stream()
                        .map(amount -> amount.getAmount().max(BigDecimal.ZERO))
                        .toList());
        List<Credit> credits = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).isPositive()) {
                DraftLine line = invoice.lines().get(i);
                byMoney[i] = true;
                left.set(i, left.get(i).minus(shares.get(i)));
                credits.add(Credit.money(line, account(line, back.account()), shares.get(i), mode));
            }
        }
        return credits;
    }

    private IntStream indexes(String lineKey) {
        return IntStream.range(0, left.size())
                .filter(i ->
                        lineKey.isEmpty() || invoice.lines().get(i).orderLine().equals(lineKey));
    }

    private Money money(MoneyBack back) {
        return Money.of(invoice.currency(), back.gross());
    }

    private static Money least(Money one, Money other) {
        return one.isGreaterThan(other) ? other : one;
    }

    private static LineAccount account(DraftLine line, @Nullable Integer number) {
        LineAccount own = line.account();
        return number == null
                ? own
                : new LineAccount("Godtgørelse " + number, "", new AccountNumber(number), own.ruleset());
    }

    private static BigDecimal quantity(Fulfillment fulfillment, Predicate<FulfilledLine> which) {
        return fulfillment.lines().stream()
                .filter(which)
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
