package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of the nature of an account (reference 6.5). */
public final class AccountNature {
    public static final Schema SCHEMA = Schema.of("accountNature", "accountNatures");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED);
    public static final Field<String> REPORT_TYPE = SCHEMA.text("reportType", REPORTED);
    public static final Field<String> NORMAL_BALANCE = SCHEMA.text("normalBalance", REPORTED);

    private AccountNature() {}
}
