package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Keys of what a contact has to its credit after paying too much (reference 6.8). */
public final class ContactBalancePosting {
    public static final Schema SCHEMA = Schema.of("contactBalancePosting", "contactBalancePostings");
    public static final Field<String> CONTACT_ID =
            SCHEMA.reference("contactId", "contact", GUESSED, READ_ONLY, INDEXED);
    public static final Field<String> MODIFIER_REFERENCE =
            SCHEMA.text("modifierReference", GUESSED, READ_ONLY, INDEXED);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", GUESSED, READ_ONLY);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", GUESSED, READ_ONLY);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", GUESSED, READ_ONLY);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", GUESSED, READ_ONLY);

    private ContactBalancePosting() {}
}
