package dk.ordrebro.accounting.billy;

import static dk.ordrebro.accounting.billy.OpenQuestion.Needs.APPROVAL;
import static dk.ordrebro.accounting.billy.OpenQuestion.Needs.DRAFTS;
import static dk.ordrebro.accounting.billy.OpenQuestion.Needs.MAIL;
import static dk.ordrebro.accounting.billy.OpenQuestion.Needs.READING;

/** The questions about Billy that section 14 of {@code docs/reference/billy-api.md} leaves open, by their numbers there, and what we take for the answer. */
enum OpenQuestion {
    CREDIT_NOTE_WORD(1, DRAFTS, "a credit note's type is creditNote"),
    PUT_ANSWER(2, DRAFTS, "a PUT answers with plural arrays"),
    ORGANIZATION_ID(3, DRAFTS, "organizationId may stand in a query and in a body"),
    NUMBERING(4, DRAFTS, "a draft has no number"),
    REPLACING_LINES(5, DRAFTS, "a PUT with lines replaces those of a draft"),
    REJECTION(6, DRAFTS, "a failed validation is 400 INVALID_RECORD with validationErrors"),
    DELETING_APPROVED(7, APPROVAL, "an approved invoice cannot be deleted"),
    VOIDING(8, APPROVAL, "an invoice cannot be voided through the API"),
    LINKED_CREDIT(9, APPROVAL, "a linked credit note in full brings both balances to 0"),
    LOCKED_PERIOD(10, DRAFTS, "a date within the locked period is refused"),
    ROUNDING(11, DRAFTS, "VAT is rounded half-up once, over all lines of a document"),
    RATE_LIMIT(12, READING, "429 comes with Retry-After"),
    EXTERNAL_ID(13, DRAFTS, "externalId is kept, told and filtered by"),
    UNKNOWN_FILTERS(14, READING, "an unknown filter is ignored"),
    WRONG_FILTER(15, READING, "state=paid gives 400"),
    NO_RULESET(16, DRAFTS, "a product without a ruleset has the company's default one"),
    DELETING_CONTACTS(17, DRAFTS, "a contact with invoices cannot be deleted"),
    LENGTHS(18, DRAFTS, "texts of 1000 characters and names of 255 are kept whole"),
    TIMES(19, DRAFTS, "datetimes are in UTC"),
    TERMS(20, DRAFTS, "net, netEndOfMonth and date are payment terms"),
    EXEMPTION(21, DRAFTS, "a contact with isSalesTaxExempt pays no VAT"),
    MAIL_ANSWER(22, MAIL, "sending answers with the invoice, whose sentState is sent"),
    RUMOURED_ROUTES(23, READING, "taxRulesets, units, reports, webhooks and the like are not there");

    /** What has to be allowed for a question to be asked. */
    enum Needs {
        READING,
        DRAFTS,
        APPROVAL,
        MAIL
    }

    private final int number;
    private final Needs needs;
    private final String taken;

    OpenQuestion(int number, Needs needs, String taken) {
        this.number = number;
        this.needs = needs;
        this.taken = taken;
    }

    /** Its number in section 14. */
    int number() {
        return number;
    }

    Needs needs() {
        return needs;
    }

    @Override
    public String toString() {
        return "14." + number + " " + taken;
    }
}
