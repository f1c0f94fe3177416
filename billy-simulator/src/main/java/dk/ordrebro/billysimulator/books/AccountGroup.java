package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;

/** Keys of a group of ledger accounts (reference 6.5). */
public final class AccountGroup {
    public static final Schema SCHEMA = Schema.of("accountGroup", "accountGroups");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED);
    public static final Field<String> NATURE_ID = SCHEMA.reference("natureId", "accountNature", DOCUMENTED, REQUIRED);
    public static final Field<Integer> ACCOUNT_NO = SCHEMA.whole("accountNo", RECORDED);
    public static final Field<String> TYPE = SCHEMA.text("type", RECORDED);
    public static final Field<String> SUM_FROM = SCHEMA.text("sumFrom", RECORDED);
    public static final Field<String> STYLE = SCHEMA.text("style", RECORDED);
    public static final Field<Integer> PRIORITY = SCHEMA.whole("priority", RECORDED);
    public static final Field<Integer> INTERVAL_FROM = SCHEMA.whole("intervalFrom", REPORTED);
    public static final Field<Integer> INTERVAL_TO = SCHEMA.whole("intervalTo", REPORTED);
    public static final Field<Boolean> ALLOW_PAYMENT_AMOUNTS = SCHEMA.flag("allowPaymentAmounts", REPORTED);
    public static final Field<String> PREDEFINED_ACCOUNT_GROUP_ID =
            SCHEMA.text("predefinedAccountGroupId", REPORTED, READ_ONLY);

    private AccountGroup() {}
}
