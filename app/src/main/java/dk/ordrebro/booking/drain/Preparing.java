package dk.ordrebro.booking.drain;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.booking.newest.Gone;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.credit.CreditNotes;
import dk.ordrebro.enrichment.credit.LedgerFacts;
import dk.ordrebro.enrichment.question.Passed;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Given;
import dk.ordrebro.question.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes the draft of a booking, or says why there is none. */
final class Preparing {

    private final Enricher enricher;
    private final TemplateSet templates;
    private final Rulebook rulebook;
    private final ChartOfAccounts chart;
    private final LedgerArithmetic arithmetic;

    Preparing(
            Enricher enricher,
            TemplateSet templates,
            Rulebook rulebook,
            ChartOfAccounts chart,
            LedgerArithmetic arithmetic) {
        this.enricher = enricher;
        this.templates = templates;
        this.rulebook = rulebook;
        this.chart = chart;
        this.arithmetic = arithmetic;
    }

    /**
     * What a booking is made from.
     *
     * @param delivery of a return: what is taken back
     * @param original of a return: the booking of that delivery
     * @param earlier of a return: what was taken back of the same delivery before
     * @param notes of a return: the credit notes that stand for what was taken back before
     * @param answers of the order that stand, oldest first
     */
    record Material(
            Booking booking,
            OrderIntegration shop,
            Order order,
            Fulfillment fulfillment,
            @Nullable Fulfillment delivery,
            @Nullable Booking original,
            boolean takesAllBack,
            List<Fulfillment> earlier,
            Map<FulfillmentId, InvoiceDraft> notes,
            List<Given> answers) {}

    /** What preparing led to. */
    sealed interface Prepared {

        record Drafted(InvoiceDraft draft, @Nullable Trail trail) implements Prepared {}

        record Asked(List<Reason> reasons, @Nullable Trail trail) implements Prepared {}

        record NothingToBook(Reason reason, @Nullable Trail trail) implements Prepared {}

        /** Nothing stands of what is taken back, and nothing will: both are closed. */
        record NothingStood() implements Prepared {}

        /** The invoice a credit note refers to is not settled yet. */
        record TooEarly() implements Prepared {}
    }

    Prepared prepare(Material material) {
        if (material.fulfillment().isReturn()) {
            return credit(material);
        }
        return StartDate.before(material.shop(), material.order())
                .<Prepared>map(reason -> new Prepared.NothingToBook(reason, null))
                .orElseGet(() -> delivery(material));
    }

    private Prepared delivery(Material material) {
        List<String> gone = Gone.from(material.order(), material.fulfillment());
        if (!gone.isEmpty()) {
            return asked(Obstacle.LINES_GONE.with(
                    new Fact.OrderNumber(material.order().number()), new Fact.Text(String.join(", ", gone))));
        }
        Enrichment enrichment = enricher.enrich(new Case(
                material.shop(),
                material.order(),
                material.fulfillment(),
                templates,
                chart,
                material.booking().reference(),
                material.booking().day(),
                material.answers(),
                arithmetic,
                rulebook));
        return switch (enrichment) {
            case Enrichment.Ready(var draft, var trail) -> new Prepared.Drafted(draft, trail);
            case Enrichment.Needs(var questions, var trail) -> new Prepared.Asked(questions, trail);
            case Enrichment.Nothing(var reason, var trail) -> new Prepared.NothingToBook(reason, trail);
        };
    }

    private Prepared credit(Material material) {
        Booking original = material.original();
        Fulfillment delivery = material.delivery();
        if (original == null || delivery == null) {
            return asked(Question.ORIGINAL_UNKNOWN.with(
                    new Fact.OrderNumber(material.booking().orderNumber())));
        }
        return switch (original.state()) {
            case WAITING, SENDING, SUSPECT -> new Prepared.TooEarly();
            case HELD -> ofHeld(material, original, delivery);
            case SKIPPED -> new Prepared.NothingToBook(Obstacle.ORIGINAL_SKIPPED.with(reference(original)), null);
            case TAKEN_BACK -> new Prepared.NothingStood();
            case SETTLED -> credit(material, original, delivery);
        };
    }

    /** A held document is taken back like any other; of a booking without one nothing stands, unless several were found. */
    private Prepared ofHeld(Material material, Booking original, Fulfillment delivery) {
        if (original.draft() != null && original.invoice() != null) {
            return credit(material, original, delivery);
        }
        boolean several = original.reasons().stream().anyMatch(reason -> reason.kind() == Obstacle.SEVERAL_FOUND);
        return material.takesAllBack() && !several
                ? new Prepared.NothingStood()
                : asked(Question.ORIGINAL_NOT_BOOKED.with(reference(original)));
    }

    private Prepared credit(Material material, Booking original, Fulfillment delivery) {
        if (original.draft() == null || original.invoice() == null) {
            throw new IllegalStateException("Bug: settled booking " + original.id() + " has no document");
        }
        CreditNotes notes = new CreditNotes(
                original.draft(),
                original.invoice(),
                delivery,
                material.earlier(),
                LedgerFacts.of(arithmetic, chart, material.notes()));
        Optional<Money> tooMuch = notes.beyond(material.fulfillment());
        if (tooMuch.isPresent()) {
            return asked(Question.CREDIT_TOO_LARGE.with(new Fact.Amount(tooMuch.get())));
        }
        InvoiceDraft credit = notes.credit(
                material.fulfillment(),
                material.booking().reference(),
                material.booking().day());
        if (credit.expected().isZero()) {
            return new Prepared.NothingToBook(Passed.WORTH_NOTHING.with(), null);
        }
        return new Prepared.Drafted(credit, original.trail());
    }

    private static Fact reference(Booking original) {
        return new Fact.OurReference(original.reference().value());
    }

    private static Prepared asked(Reason question) {
        return new Prepared.Asked(List.of(question), null);
    }
}
