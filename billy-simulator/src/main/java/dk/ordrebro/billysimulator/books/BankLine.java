package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.GUESSED;
import static dk.ordrebro.billysimulator.evidence.Known.REPORTED;
import static dk.ordrebro.billysimulator.record.Rule.INDEXED;
import static dk.ordrebro.billysimulator.record.Rule.READ_ONLY;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Keys of a line of a bank statement (reference 3). Banks are not simulated, so there are none; the list demands its account all the same. */
public final class BankLine {
    public static final Schema SCHEMA = Schema.of("bankLine", "bankLines");
    public static final Field<String> ACCOUNT_ID =
            SCHEMA.reference("accountId", "account", REPORTED, READ_ONLY, INDEXED);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", GUESSED, READ_ONLY);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", GUESSED, READ_ONLY);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", GUESSED, READ_ONLY);
    public static final Field<String> SIDE = SCHEMA.text("side", GUESSED, READ_ONLY);

    private BankLine() {}
}
