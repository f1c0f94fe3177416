package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Keys of what reduces the balance of an invoice (reference 6.8). */
public final class BalanceModifier {
    public static final Schema SCHEMA = Schema.of("balanceModifier", "balanceModifiers");
    public static final Field<String> MODIFIER_REFERENCE =
            SCHEMA.text("modifierReference", DOCUMENTED, READ_ONLY, INDEXED);
    public static final Field<String> SUBJECT_REFERENCE =
            SCHEMA.text("subjectReference", DOCUMENTED, READ_ONLY, INDEXED);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", REPORTED, READ_ONLY);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", DOCUMENTED, READ_ONLY);
    public static final Field<BigDecimal> REALIZED_CURRENCY_DIFFERENCE =
            SCHEMA.decimal("realizedCurrencyDifference", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", DOCUMENTED, READ_ONLY);

    private BalanceModifier() {}
}
