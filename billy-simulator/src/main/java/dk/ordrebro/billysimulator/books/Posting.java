package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Keys of a posting (reference 6.11): an amount above zero on one side of one account. */
public final class Posting {
    public static final Schema SCHEMA = Schema.of("posting", "postings");
    public static final String DEBIT = "debit";
    public static final String CREDIT = "credit";
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, READ_ONLY);
    public static final Field<String> TRANSACTION_ID =
            SCHEMA.reference("transactionId", "transaction", DOCUMENTED, READ_ONLY, INDEXED);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", DOCUMENTED, READ_ONLY);
    public static final Field<String> TEXT = SCHEMA.text("text", DOCUMENTED, READ_ONLY);
    public static final Field<String> ACCOUNT_ID = SCHEMA.reference("accountId", "account", DOCUMENTED, READ_ONLY);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", DOCUMENTED, READ_ONLY);
    public static final Field<String> SIDE = SCHEMA.choice("side", DOCUMENTED, List.of(DEBIT, CREDIT), READ_ONLY);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", DOCUMENTED, READ_ONLY);
    public static final Field<String> SALES_TAX_RETURN_ID = SCHEMA.text("salesTaxReturnId", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_BANK_MATCHED = SCHEMA.flag("isBankMatched", DOCUMENTED, READ_ONLY);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", DOCUMENTED, READ_ONLY);

    private Posting() {}
}
