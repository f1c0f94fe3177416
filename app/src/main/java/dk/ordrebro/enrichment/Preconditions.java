package dk.ordrebro.enrichment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must hold before any sum is made: facts about the company and the currency. */
final class Preconditions {

    /** The ledger keeps two decimals; amounts in thousandths cannot be kept there ({@code docs/reference/vat.md} 5.4 example K). */
    private static final int LEDGER_DECIMALS = 2;

    private Preconditions() {}

    static List<Question> check(Case given) {
        List<Question> questions = new ArrayList<>();
        LocalDate locked = given.chart().company().lockedThrough();
        if (locked != null && !given.day().isAfter(locked)) {
            questions.add(Question.of(Question.Code.PERIOD_LOCKED, given.day().toString(), locked.toString()));
        }
        if (given.order().currency().getDecimalPlaces() > LEDGER_DECIMALS) {
            questions.add(Question.of(
                    Question.Code.CURRENCY_DECIMALS, given.order().currency().getCode()));
        }
        return questions;
    }
}
