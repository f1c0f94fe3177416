package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Keys of the company itself (reference 6.9). */
public final class Organization {
    public static final Schema SCHEMA = Schema.of("organization", "organizations");
    public static final Field<String> NAME = SCHEMA.text("name", DOCUMENTED, REQUIRED);
    public static final Field<String> URL = SCHEMA.text("url", DOCUMENTED);
    public static final Field<String> STREET = SCHEMA.text("street", DOCUMENTED);
    public static final Field<String> ZIPCODE = SCHEMA.text("zipcode", DOCUMENTED);
    public static final Field<String> CITY = SCHEMA.text("city", DOCUMENTED);
    public static final Field<String> COUNTRY_ID = SCHEMA.reference("countryId", "country", DOCUMENTED, REQUIRED);
    public static final Field<String> PHONE = SCHEMA.text("phone", DOCUMENTED);
    public static final Field<String> EMAIL = SCHEMA.text("email", DOCUMENTED);
    public static final Field<String> REGISTRATION_NO = SCHEMA.text("registrationNo", DOCUMENTED);
    public static final Field<String> BASE_CURRENCY_ID =
            SCHEMA.reference("baseCurrencyId", "currency", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<Integer> FISCAL_YEAR_END_MONTH = SCHEMA.whole("fiscalYearEndMonth", DOCUMENTED);
    public static final Field<LocalDate> FIRST_FISCAL_YEAR_START = SCHEMA.date("firstFiscalYearStart", DOCUMENTED);
    public static final Field<LocalDate> FIRST_FISCAL_YEAR_END = SCHEMA.date("firstFiscalYearEnd", DOCUMENTED);
    public static final Field<String> LOCALE_ID = SCHEMA.reference("localeId", "locale", DOCUMENTED);
    public static final Field<Boolean> HAS_VAT = SCHEMA.flag("hasVat", DOCUMENTED);
    public static final Field<String> VAT_PERIOD = SCHEMA.text("vatPeriod", DOCUMENTED);
    public static final Field<String> SALES_TAX_PERIOD = SCHEMA.text("salesTaxPeriod", RECORDED);
    public static final Field<String> INVOICE_NO_MODE =
            SCHEMA.choice("invoiceNoMode", RECORDED, List.of("sequential", "manual"));
    public static final Field<Integer> NEXT_INVOICE_NO = SCHEMA.whole("nextInvoiceNo", DOCUMENTED);
    public static final Field<String> PAYMENT_TERMS_MODE =
            SCHEMA.choice("paymentTermsMode", DOCUMENTED, Invoice.TERMS_MODES);
    public static final Field<Integer> PAYMENT_TERMS_DAYS = SCHEMA.whole("paymentTermsDays", DOCUMENTED);
    public static final Field<String> DEFAULT_TAX_MODE = SCHEMA.choice("defaultTaxMode", DOCUMENTED, Invoice.TAX_MODES);
    public static final Field<String> DEFAULT_SALES_ACCOUNT_ID =
            SCHEMA.reference("defaultSalesAccountId", "account", DOCUMENTED);
    public static final Field<String> DEFAULT_SALES_TAX_RULESET_ID =
            SCHEMA.reference("defaultSalesTaxRulesetId", "salesTaxRuleset", DOCUMENTED);
    public static final Field<String> DEFAULT_INVOICE_BANK_ACCOUNT_ID =
            SCHEMA.reference("defaultInvoiceBankAccountId", "account", DOCUMENTED);
    public static final Field<String> DEFAULT_BILL_BANK_ACCOUNT_ID =
            SCHEMA.reference("defaultBillBankAccountId", "account", DOCUMENTED);
    public static final Field<String> DEFAULT_BANK_FEE_ACCOUNT_ID =
            SCHEMA.reference("defaultBankFeeAccountId", "account", DOCUMENTED);
    public static final Field<String> DEFAULT_TEMPLATE_ID = SCHEMA.text("defaultTemplateId", RECORDED);
    public static final Field<LocalDate> FISCAL_LOCKING_DATE = SCHEMA.date("fiscalLockingDate", RECORDED);
    public static final Field<String> EMAIL_ATTACHMENT_DELIVERY_MODE =
            SCHEMA.choice("emailAttachmentDeliveryMode", DOCUMENTED, Contact.DELIVERY_MODES);
    public static final Field<Boolean> IS_TRIAL = SCHEMA.flag("isTrial", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_TERMINATED = SCHEMA.flag("isTerminated", DOCUMENTED, READ_ONLY);
    public static final Field<Boolean> IS_LOCKED = SCHEMA.flag("isLocked", DOCUMENTED, READ_ONLY);
    public static final Field<String> LOCKED_CODE = SCHEMA.text("lockedCode", DOCUMENTED, READ_ONLY);
    public static final Field<String> LOCKED_REASON = SCHEMA.text("lockedReason", DOCUMENTED, READ_ONLY);
    public static final Field<String> APP_URL = SCHEMA.text("appUrl", DOCUMENTED, READ_ONLY);
    public static final Field<String> BILL_EMAIL_ADDRESS = SCHEMA.text("billEmailAddress", DOCUMENTED, READ_ONLY);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<Integer> NEXT_TRANSACTION_NO = SCHEMA.whole("nextTransactionNo", GUESSED, HIDDEN);
    public static final Field<String> SWITCHES = SCHEMA.text("switches", GUESSED, HIDDEN);

    private Organization() {}
}
