package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.DOCUMENTED;
import static dk.ordrebro.billysimulator.evidence.Known.GUESSED;
import static dk.ordrebro.billysimulator.record.Rule.IMMUTABLE;
import static dk.ordrebro.billysimulator.record.Rule.INDEXED;
import static dk.ordrebro.billysimulator.record.Rule.READ_ONLY;
import static dk.ordrebro.billysimulator.record.Rule.REQUIRED;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.Instant;

/** Keys of a fee that a reminder put on an invoice (reference 6.11). */
public final class InvoiceLateFee {
    public static final Schema SCHEMA = Schema.of("invoiceLateFee", "invoiceLateFees");
    public static final Field<String> INVOICE_ID =
            SCHEMA.reference("invoiceId", "invoice", GUESSED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", GUESSED, READ_ONLY);
    public static final Field<BigDecimal> FLAT_FEE = SCHEMA.decimal("flatFee", DOCUMENTED, IMMUTABLE);
    public static final Field<BigDecimal> PERCENTAGE_FEE = SCHEMA.decimal("percentageFee", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", DOCUMENTED);

    private InvoiceLateFee() {}
}
