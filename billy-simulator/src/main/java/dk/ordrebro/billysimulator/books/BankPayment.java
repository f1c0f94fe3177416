package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Keys of a payment into or out of a bank account (reference 6.8). */
public final class BankPayment {
    public static final Schema SCHEMA = Schema.of("bankPayment", "bankPayments");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> CONTACT_ID =
            SCHEMA.reference("contactId", "contact", DOCUMENTED, IMMUTABLE, INDEXED);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<LocalDate> ENTRY_DATE = SCHEMA.date("entryDate", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<BigDecimal> CASH_AMOUNT = SCHEMA.decimal("cashAmount", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> CASH_SIDE =
            SCHEMA.choice("cashSide", DOCUMENTED, List.of(Posting.DEBIT, Posting.CREDIT), REQUIRED, IMMUTABLE);
    public static final Field<String> CASH_ACCOUNT_ID =
            SCHEMA.reference("cashAccountId", "account", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<BigDecimal> CASH_EXCHANGE_RATE =
            SCHEMA.decimal("cashExchangeRate", DOCUMENTED, IMMUTABLE);
    public static final Field<String> SUBJECT_CURRENCY_ID =
            SCHEMA.reference("subjectCurrencyId", "currency", DOCUMENTED, IMMUTABLE);
    public static final Field<BigDecimal> FEE_AMOUNT = SCHEMA.decimal("feeAmount", DOCUMENTED, IMMUTABLE);
    public static final Field<String> FEE_ACCOUNT_ID =
            SCHEMA.reference("feeAccountId", "account", DOCUMENTED, IMMUTABLE);
    public static final Field<Boolean> IS_VOIDED = SCHEMA.flag("isVoided", DOCUMENTED);
    public static final Field<JsonNode> ASSOCIATIONS = SCHEMA.json("associations", DOCUMENTED, WRITE_ONLY, IMMUTABLE);
    public static final HasMany ASSOCIATED =
            SCHEMA.hasMany("associations", BalanceModifier.SCHEMA, BalanceModifier.MODIFIER_REFERENCE);
    public static final HasMany CONTACT_BALANCE_POSTINGS = SCHEMA.hasMany(
            "contactBalancePostings", ContactBalancePosting.SCHEMA, ContactBalancePosting.MODIFIER_REFERENCE);

    private BankPayment() {}
}
