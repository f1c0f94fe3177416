package dk.ordrebro.enrichment.question;

import dk.ordrebro.question.Kind;

/** Why there is nothing to invoice, and rightly so. */
public enum Passed implements Kind {
    WORTH_NOTHING
}
