package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Keys of an entry in a daybook (reference 6.11). */
public final class DaybookTransaction {
    public static final Schema SCHEMA = Schema.of("daybookTransaction", "daybookTransactions");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> DAYBOOK_ID = SCHEMA.reference("daybookId", "daybook", DOCUMENTED);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", DOCUMENTED, REQUIRED);
    public static final Field<String> VOUCHER_NO = SCHEMA.text("voucherNo", REPORTED);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", REPORTED);
    public static final Field<String> API_TYPE = SCHEMA.text("apiType", REPORTED, INDEXED);
    public static final Field<String> STATE =
            SCHEMA.choice("state", DOCUMENTED, List.of(Invoice.DRAFT, Invoice.APPROVED, Invoice.VOIDED), REQUIRED);
    public static final HasMany LINES =
            SCHEMA.embeds("lines", DaybookTransactionLine.SCHEMA, DaybookTransactionLine.DAYBOOK_TRANSACTION_ID);

    private DaybookTransaction() {}
}
