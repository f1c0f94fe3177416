package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.arithmetic.ArithmeticKnown;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Given;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything a draft is made from. Enriching the same case twice gives the same draft.
 *
 * @param shop whose settings apply
 * @param fulfillment a delivery (not a return) of {@code order}
 * @param reference to be stamped on the document
 * @param day the document's date
 * @param answers that people gave to the order and that stand, oldest first
 * @param arithmetic how the ledger it goes to adds a document up, as far as is known
 * @param rulebook exceptions below the templates
 */
public record Case(
        OrderIntegration shop,
        Order order,
        Fulfillment fulfillment,
        TemplateSet templates,
        ChartOfAccounts chart,
        Reference reference,
        LocalDate day,
        List<Given> answers,
        LedgerArithmetic arithmetic,
        Rulebook rulebook) {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    public Case {
        answers = List.copyOf(answers);
    }

    /** For a ledger that does as it publishes, by templates alone. */
    public Case(
            OrderIntegration shop,
            Order order,
            Fulfillment fulfillment,
            TemplateSet templates,
            ChartOfAccounts chart,
            Reference reference,
            LocalDate day,
            List<Given> answers) {
        this(
                shop,
                order,
                fulfillment,
                templates,
                chart,
                reference,
                day,
                answers,
                ArithmeticKnown.NOTHING.rule(),
                Rulebook.NONE);
    }

    /** A delivery nobody was asked about, dated the day it was handled. */
    public Case(
            OrderIntegration shop,
            Order order,
            Fulfillment fulfillment,
            TemplateSet templates,
            ChartOfAccounts chart,
            Reference reference) {
        this(shop, order, fulfillment, templates, chart, reference, day(fulfillment), List.of());
    }

    /** The day of the delivery in Copenhagen: what was owed then is owed, whatever day the document has. */
    LocalDate delivered() {
        return day(fulfillment);
    }

    /** The day of a fulfillment in Copenhagen. */
    public static LocalDate day(Fulfillment fulfillment) {
        return LocalDate.ofInstant(fulfillment.handledAt(), COPENHAGEN);
    }

    /** The same without the answers of one kind, which have been followed. */
    Case without(AnswerKind followed) {
        List<Given> others =
                answers.stream().filter(one -> one.answer().kind() != followed).toList();
        return new Case(shop, order, fulfillment, templates, chart, reference, day, others, arithmetic, rulebook);
    }

    Case with(Order other, Fulfillment part) {
        return new Case(shop, other, part, templates, chart, reference, day, answers, arithmetic, rulebook);
    }
}
