package dk.ordrebro.enrichment;

import dk.ordrebro.order.Address;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.order.StatedTotals;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Given;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order as people answered: the order that would have been told had the shop known. A function; what the shop said stays as it was.
 * Of answers that cannot all be true the latest counts.
 */
final class AnsweredOrder {

    private static final String DENMARK = "DK";

    private final List<Given> answers;
    private final TrailNotes trail;

    private AnsweredOrder(List<Given> answers, TrailNotes trail) {
        this.answers = answers;
        this.trail = trail;
    }

    static Case of(Case given, TrailNotes trail) {
        if (given.answers().isEmpty()) {
            return given;
        }
        AnsweredOrder reading = new AnsweredOrder(given.answers(), trail);
        Order order = reading.lines(given.order());
        order = reading.vat(order);
        order = reading.buyer(order);
        order = reading.place(order);
        reading.rest(given);
        return given.with(order, given.fulfillment());
    }

    /** What the total differs by, where somebody said. */
    static Optional<Given> difference(Case given) {
        return given.answers().stream()
                .filter(one -> one.answer() instanceof Answer.DifferenceIs)
                .reduce((first, last) -> last);
    }

    /** Which ruleset a person chose for a line, where somebody did. */
    static Optional<Given> rulesetFor(Case given, String line) {
        return given.answers().stream()
                .filter(one -> one.answer() instanceof Answer.RulesetForLine about
                        && about.line().equals(line))
                .reduce((first, last) -> last);
    }

    /** Whether a person said where it was delivered. */
    static boolean placeIsConfirmed(Case given) {
        return given.answers().stream().anyMatch(one -> one.answer() instanceof Answer.Destination);
    }

    /** Whether a person said what is given back, or that it refers to nothing. */
    static boolean originalIsTold(Case given) {
        return given.answers().stream().anyMatch(one -> isOriginal(one.answer()));
    }

    private static boolean isOriginal(Answer answer) {
        return answer instanceof Answer.StandAloneCredit
                || answer instanceof Answer.OriginalOrder
                || answer instanceof Answer.OriginalDocument;
    }

    /** Answers that change nothing about the order itself. */
    private void rest(Case given) {
        Given day = latest(one -> one instanceof Answer.InvoiceDay || one instanceof Answer.FirstOpenDay ? one : null);
        if (day != null && !given.day().equals(given.delivered())) {
            follow(day);
        }
        Given original = latest(one -> isOriginal(one) ? one : null);
        if (original != null) {
            follow(original);
        }
    }

    private Order lines(Order order) {
        if (order.takesBack()) {
            return order;
        }
        Order read = order;
        for (OrderLine line : order.lines()) {
            Given given = latest(one ->
                    one instanceof Answer.NegativeLineIs about && about.line().equals(line.key()) ? one : null);
            if (given != null
                    && given.answer() instanceof Answer.NegativeLineIs about
                    && line.value().signum() < 0) {
                follow(given);
                read = negative(read, line, about.what());
            }
        }
        return read;
    }

    private static Order negative(Order order, OrderLine line, Answer.NegativeLineIs.What what) {
        return switch (what) {
            case PAYMENT -> Reread.asPayment(order, line);
            // what comes back in an exchange lowers what is paid for the rest, as a discount does
            case DISCOUNT, RETURN ->
                line.isReduction() ? Reread.asDiscount(order, line) : Reread.asKind(order, line, LineKind.DISCOUNT);
        };
    }

    private Order vat(Order order) {
        Given ledgers = latest(one -> one instanceof Answer.LedgerVat ? one : null);
        if (ledgers == null) {
            return order;
        }
        follow(ledgers);
        return Reread.stating(order, new StatedTotals(null, null, Reread.gross(order.stated())));
    }

    private Order buyer(Order order) {
        Given given = latest(
                one -> one instanceof Answer.VatNumberTyped || one instanceof Answer.VatNumberChecked ? one : null);
        if (given == null) {
            return order;
        }
        follow(given);
        return switch (given.answer()) {
            case Answer.VatNumberTyped(var number) -> Reread.soldTo(order, numbered(order.customer(), number, false));
            case Answer.VatNumberChecked checked ->
                Reread.soldTo(order, numbered(order.customer(), checked.number(), true));
            default -> order;
        };
    }

    private static Customer numbered(Customer who, String number, boolean verified) {
        return new Customer(
                who.shopKey(),
                who.companyName(),
                who.name(),
                who.email(),
                who.phone(),
                number.isBlank() ? who.vatNumber() : number.strip(),
                verified,
                who.ean());
    }

    private Order place(Order order) {
        Given given = latest(one -> switch (one) {
            case Answer.Destination _,
                    Answer.ShopCountry _,
                    Answer.PickedUpInDenmark _,
                    Answer.DanishVatInside _,
                    Answer.DanishSale _ -> one;
            default -> null;
        });
        if (given == null) {
            return order;
        }
        follow(given);
        Address written = order.delivery();
        return switch (given.answer()) {
            case Answer.Destination(var country, var postcode, var city) ->
                Reread.deliveredTo(order, new Address(written.name(), written.street(), postcode, city, country));
            case Answer.ShopCountry(var country) -> Reread.deliveredTo(order, in(country, written));
            case Answer.PickedUpInDenmark() -> Reread.deliveredTo(order, in(DENMARK, written));
            case Answer.DanishVatInside(), Answer.DanishSale() ->
                DanishInside.of(Reread.deliveredTo(order, in(DENMARK, written)));
            default -> order;
        };
    }

    /** The address stays what is printed, but its postcode says nothing of the place any more: a person has said where it is. */
    private static Address in(String country, Address written) {
        String elsewhere = written.country().strip().equalsIgnoreCase(country) ? "" : written.country();
        String town = (written.postcode() + " " + written.city() + " " + elsewhere).strip();
        return new Address(written.name(), written.street(), "", town.replaceAll("\\s+", " "), country);
    }

    /** Picks the latest answer that is wanted. */
    private interface Wanted {

        @Nullable
        Answer of(Answer answer);
    }

    private @Nullable Given latest(Wanted wanted) {
        return answers.stream()
                .filter(given -> Objects.nonNull(wanted.of(given.answer())))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private void follow(Given given) {
        trail.followed(given);
    }
}
