package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;

/** Keys that say where the tax of a rate is posted (reference 6.6). */
public final class DeductionComponent {
    public static final Schema SCHEMA = Schema.of("taxRateDeductionComponent", "taxRateDeductionComponents");
    public static final Field<String> TAX_RATE_ID =
            SCHEMA.reference("taxRateId", "taxRate", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<BigDecimal> SHARE = SCHEMA.decimal("share", DOCUMENTED, IMMUTABLE);
    public static final Field<String> SOURCE = SCHEMA.text("source", DOCUMENTED, IMMUTABLE);
    public static final Field<String> ACCOUNT_ID = SCHEMA.reference("accountId", "account", DOCUMENTED, IMMUTABLE);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", DOCUMENTED, IMMUTABLE);

    private DeductionComponent() {}
}
