package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must hold before any sum is made: facts about the company and the currency. */
final class Preconditions {

    /** The ledger keeps two decimals; amounts in thousandths cannot be kept there ({@code docs/reference/vat.md} 5.4 example K). */
    private static final int LEDGER_DECIMALS = 2;

    private Preconditions() {}

    static List<Reason> check(Case given) {
        List<Reason> questions = new ArrayList<>();
        LocalDate locked = given.chart().company().lockedThrough();
        if (locked != null && !given.day().isAfter(locked)) {
            questions.add(Question.PERIOD_LOCKED.with(new Fact.Day(given.day()), new Fact.Day(locked)));
        }
        if (given.order().currency().getDecimalPlaces() > LEDGER_DECIMALS) {
            questions.add(Question.CURRENCY_DECIMALS.with(
                    new Fact.Currency(given.order().currency().getCode())));
        }
        return questions;
    }
}
