package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Row;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where nobody knows what Billy does, a company can be told to behave the other way: whoever builds a client tries both. All are off
 * unless {@link NewCompany#withSwitches} or the admin door turns them on.
 */
public enum Switch {
    /** A credit note's type is written {@code credit_note}, and {@code creditNote} is refused. */
    OLD_CREDIT_NOTE_WORD(1),
    /** A PUT answers with the one record under its singular key, and with nothing else it changed. */
    SINGULAR_PUT_ANSWER(2),
    /** A list refuses organizationId in its query, even the company's own. */
    REFUSE_ORGANIZATION_ID(3),
    /** A draft has its number from the start. */
    NUMBER_AT_CREATION(4),
    /** A PUT with lines is refused, as the documentation's "must not be set after creation" has it. */
    REFUSE_LINE_REPLACEMENT(5),
    /** A failed validation is a 422 OTHER without validationErrors. */
    REFUSE_WITH_422(6),
    /** An approved invoice can be deleted; its postings are reversed. */
    DELETE_APPROVED(7),
    /** An approved invoice can be voided by a PUT. */
    VOID_THROUGH_API(8),
    /** A linked credit note leaves the balance of its invoice alone. */
    CREDIT_LEAVES_BALANCE(9),
    /** A locked period takes documents all the same. */
    LOCKED_PERIOD_OPEN(10),
    /** VAT is rounded on each line, and not once over the whole document. */
    VAT_PER_LINE(11),
    /** VAT is rounded on the sum of each rate's lines, and not once over the whole document. */
    VAT_PER_RATE(11),
    /** externalId is taken and not kept. */
    FORGET_EXTERNAL_ID(13),
    /** A query parameter that the list does not know is refused. */
    REFUSE_UNKNOWN_FILTERS(14),
    /** A filter value outside its enum is a 404. */
    WRONG_FILTER_IS_404(15),
    /** A product without a ruleset is free of VAT. */
    NO_DEFAULT_RULESET(16),
    /** A contact with invoices can be deleted. */
    DELETE_CONTACTS_IN_USE(17),
    /** Texts of more than 255 characters are refused. */
    SHORT_TEXTS(18),
    /** Datetimes are in Danish local time. */
    LOCAL_TIME(19),
    /** The only payment terms are net. */
    TERMS_NET_ONLY(20),
    /** isSalesTaxExempt changes nothing. */
    EXEMPTION_WITHOUT_EFFECT(21),
    /** Sending an e-mail answers with nothing but meta. */
    EMPTY_EMAIL_ANSWER(22),
    /** The routes that only one client has seen are there, and empty. */
    RUMOURED_ROUTES(23),
    /** Quantities and prices below zero are refused; the reference asks it in section 8. */
    REFUSE_NEGATIVE_LINES(0);

    private final int question;

    Switch(int question) {
        this.question = question;
    }

    /** Number of the question in section 14 of {@code docs/reference/billy-api.md} that it answers the other way; 0 for none. */
    public int question() {
        return question;
    }

    public boolean isOn(Row organization) {
        String on = organization.get(Organization.SWITCHES, "");
        return !on.isEmpty() && ("," + on + ",").contains("," + name() + ",");
    }

    static Set<Switch> on(Row organization) {
        Set<Switch> on = EnumSet.allOf(Switch.class);
        on.removeIf(one -> !one.isOn(organization));
        return on;
    }

    static String stored(Collection<Switch> on) {
        Set<Switch> sorted = EnumSet.noneOf(Switch.class);
        sorted.addAll(on);
        return sorted.stream().map(Switch::name).collect(Collectors.joining(","));
    }
}
