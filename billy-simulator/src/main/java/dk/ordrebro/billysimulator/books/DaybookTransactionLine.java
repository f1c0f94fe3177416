package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.util.List;

/** Keys of a line of a daybook entry (reference 6.11). */
public final class DaybookTransactionLine {
    public static final Schema SCHEMA = Schema.of("daybookTransactionLine", "daybookTransactionLines");
    public static final Field<String> DAYBOOK_TRANSACTION_ID =
            SCHEMA.reference("daybookTransactionId", "daybookTransaction", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<String> TEXT = SCHEMA.text("text", REPORTED);
    public static final Field<String> ACCOUNT_ID = SCHEMA.reference("accountId", "account", REPORTED, REQUIRED);
    public static final Field<String> CONTRA_ACCOUNT_ID = SCHEMA.reference("contraAccountId", "account", REPORTED);
    public static final Field<String> TAX_RATE_ID = SCHEMA.reference("taxRateId", "taxRate", REPORTED);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", REPORTED, REQUIRED);
    public static final Field<String> SIDE =
            SCHEMA.choice("side", REPORTED, List.of(Posting.DEBIT, Posting.CREDIT), REQUIRED);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", REPORTED);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", REPORTED);

    private DaybookTransactionLine() {}
}
