package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.util.List;

/** Keys of a ledger account (reference 6.5). */
public final class Account {
    public static final Schema SCHEMA = Schema.of("account", "accounts");
    public static final String RECEIVABLE = "accountsReceivable";
    public static final String SALES_TAX = "salesTax";
    public static final String PREPAYMENT_LIABILITY = "prepaymentLiability";
    public static final String CURRENCY_DIFFERENCE = "realizedCurrencyDifference";
    public static final List<String> SYSTEM_ROLES = List.of(
            RECEIVABLE,
            "accountsPayable",
            SALES_TAX,
            "salesTaxPayable",
            "prepaymentAsset",
            PREPAYMENT_LIABILITY,
            "currentEarnings",
            "retainedEarnings",
            CURRENCY_DIFFERENCE,
            "unrealizedCurrencyDifference",
            "lateFeesRevenue");

    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED);
    public static final Field<Integer> ACCOUNT_NO = SCHEMA.whole("accountNo", RECORDED);
    public static final Field<String> DESCRIPTION = SCHEMA.text("description", DOCUMENTED);
    public static final Field<String> GROUP_ID = SCHEMA.reference("groupId", "accountGroup", DOCUMENTED, REQUIRED);
    public static final Field<String> NATURE_ID = SCHEMA.reference("natureId", "accountNature", RECORDED, IMMUTABLE);
    public static final Field<String> SYSTEM_ROLE = SCHEMA.choice("systemRole", RECORDED, SYSTEM_ROLES, INDEXED);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", DOCUMENTED, IMMUTABLE);
    public static final Field<String> TAX_RATE_ID = SCHEMA.reference("taxRateId", "taxRate", DOCUMENTED);
    public static final Field<Boolean> IS_PAYMENT_ENABLED = SCHEMA.flag("isPaymentEnabled", DOCUMENTED);
    public static final Field<Boolean> IS_BANK_ACCOUNT = SCHEMA.flag("isBankAccount", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> IS_ARCHIVED = SCHEMA.flag("isArchived", DOCUMENTED);
    public static final Field<String> BANK_NAME = SCHEMA.text("bankName", DOCUMENTED, READ_ONLY);
    public static final Field<String> BANK_ROUTING_NO = SCHEMA.text("bankRoutingNo", DOCUMENTED, READ_ONLY);
    public static final Field<String> BANK_ACCOUNT_NO = SCHEMA.text("bankAccountNo", DOCUMENTED, READ_ONLY);
    public static final Field<String> BANK_SWIFT = SCHEMA.text("bankSwift", DOCUMENTED, READ_ONLY);
    public static final Field<String> BANK_IBAN = SCHEMA.text("bankIban", DOCUMENTED, READ_ONLY);
    public static final Field<String> BANK_ID = SCHEMA.text("bankId", RECORDED);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", REPORTED, READ_ONLY);
    public static final Field<Instant> UPDATED_TIME = SCHEMA.time("updatedTime", REPORTED, READ_ONLY);
    public static final Field<String> PREDEFINED_ACCOUNT_ID = SCHEMA.text("predefinedAccountId", REPORTED, READ_ONLY);
    public static final Field<String> PUBLIC_ACCOUNT_ID = SCHEMA.text("publicAccountId", REPORTED, READ_ONLY);

    private Account() {}
}
