package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.time.LocalDate;

/** Keys of a ledger transaction (reference 6.11); only Billy makes them. */
public final class Transaction {
    public static final Schema SCHEMA = Schema.of("transaction", "transactions");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, READ_ONLY);
    public static final Field<Integer> TRANSACTION_NO = SCHEMA.whole("transactionNo", DOCUMENTED, READ_ONLY);
    public static final Field<String> VOUCHER_NO = SCHEMA.text("voucherNo", DOCUMENTED, READ_ONLY);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", DOCUMENTED, READ_ONLY);
    public static final Field<String> ORIGINATOR_REFERENCE =
            SCHEMA.text("originatorReference", DOCUMENTED, READ_ONLY, INDEXED);
    public static final Field<String> ORIGINATOR_NAME = SCHEMA.text("originatorName", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_VOID = SCHEMA.flag("isVoid", DOCUMENTED, READ_ONLY);
    public static final HasMany POSTINGS = SCHEMA.hasMany("postings", Posting.SCHEMA, Posting.TRANSACTION_ID);

    private Transaction() {}
}
