package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Keys of an invoice or credit note (reference 6.1). */
public final class Invoice {
    public static final Schema SCHEMA = Schema.of("invoice", "invoices");
    public static final String INVOICE = "invoice";
    public static final String CREDIT_NOTE = "creditNote";

    /** Another word for it; refused unless a company was told to have it the other way ({@link Switch#OLD_CREDIT_NOTE_WORD}). */
    public static final String OLD_CREDIT_NOTE = "credit_note";

    public static final String DRAFT = "draft";
    public static final String APPROVED = "approved";
    public static final String VOIDED = "voided";
    public static final String INCLUDING = "incl";
    public static final List<String> TAX_MODES = List.of(INCLUDING, "excl");
    public static final List<String> TERMS_MODES = List.of("net", "netEndOfMonth", "date");

    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED, IMMUTABLE);
    public static final Field<String> TYPE =
            SCHEMA.choice("type", DOCUMENTED, List.of(INVOICE, CREDIT_NOTE, OLD_CREDIT_NOTE), REQUIRED, IMMUTABLE);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", DOCUMENTED, READ_ONLY);
    public static final Field<Instant> APPROVED_TIME = SCHEMA.time("approvedTime", DOCUMENTED, READ_ONLY);
    public static final Field<String> CONTACT_ID =
            SCHEMA.reference("contactId", "contact", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<String> ATT_CONTACT_PERSON_ID =
            SCHEMA.reference("attContactPersonId", "contactPerson", DOCUMENTED);
    public static final Field<LocalDate> ENTRY_DATE =
            SCHEMA.date("entryDate", DOCUMENTED, REQUIRED, IMMUTABLE, INDEXED);
    public static final Field<String> PAYMENT_TERMS_MODE = SCHEMA.choice("paymentTermsMode", RECORDED, TERMS_MODES);
    public static final Field<Integer> PAYMENT_TERMS_DAYS = SCHEMA.whole("paymentTermsDays", DOCUMENTED);
    public static final Field<LocalDate> DUE_DATE = SCHEMA.date("dueDate", DOCUMENTED);
    public static final Field<String> STATE =
            SCHEMA.choice("state", DOCUMENTED, List.of(DRAFT, APPROVED, VOIDED), REQUIRED);
    public static final Field<String> SENT_STATE =
            SCHEMA.choice("sentState", DOCUMENTED, List.of("unsent", "printed", "sent", "opened", "viewed"), REQUIRED);
    public static final Field<String> INVOICE_NO = SCHEMA.text("invoiceNo", DOCUMENTED, INDEXED);
    public static final Field<String> TAX_MODE = SCHEMA.choice("taxMode", DOCUMENTED, TAX_MODES, REQUIRED);
    public static final Field<BigDecimal> AMOUNT = SCHEMA.decimal("amount", RECORDED, READ_ONLY);
    public static final Field<BigDecimal> TAX = SCHEMA.decimal("tax", DOCUMENTED, READ_ONLY);
    public static final Field<BigDecimal> GROSS_AMOUNT = SCHEMA.decimal("grossAmount", REPORTED, READ_ONLY);
    public static final Field<String> CURRENCY_ID = SCHEMA.reference("currencyId", "currency", DOCUMENTED, REQUIRED);
    public static final Field<BigDecimal> EXCHANGE_RATE = SCHEMA.decimal("exchangeRate", DOCUMENTED, REQUIRED);
    public static final Field<BigDecimal> BALANCE = SCHEMA.decimal("balance", RECORDED, READ_ONLY);
    public static final Field<Boolean> IS_PAID = SCHEMA.flag("isPaid", DOCUMENTED, READ_ONLY);
    public static final Field<String> CREDITED_INVOICE_ID =
            SCHEMA.reference("creditedInvoiceId", "invoice", DOCUMENTED, IMMUTABLE, INDEXED);
    public static final Field<String> CONTACT_MESSAGE = SCHEMA.text("contactMessage", DOCUMENTED);
    public static final Field<String> LINE_DESCRIPTION = SCHEMA.text("lineDescription", RECORDED, READ_ONLY);
    public static final Field<String> DOWNLOAD_URL = SCHEMA.text("downloadUrl", RECORDED, READ_ONLY);
    public static final Field<String> ORDER_NO = SCHEMA.text("orderNo", REPORTED, INDEXED);

    @Behaviour(
            value = "externalId of an invoice is kept, shown, filtered exactly and need not be unique",
            known = Known.REPORTED,
            where = "5",
            question = 13)
    public static final Field<String> EXTERNAL_ID = SCHEMA.text("externalId", REPORTED, INDEXED);

    public static final Field<String> QUOTE_ID = SCHEMA.text("quoteId", REPORTED);
    public static final Field<String> RECURRING_INVOICE_ID = SCHEMA.text("recurringInvoiceId", REPORTED);
    public static final Field<String> TEMPLATE_ID = SCHEMA.text("templateId", RECORDED);
    public static final Field<String> BANK_ACCOUNT_ID = SCHEMA.reference("bankAccountId", "account", RECORDED);
    public static final Field<JsonNode> PAYMENT_METHODS = SCHEMA.json("paymentMethods", RECORDED);
    public static final Field<JsonNode> ATTACHMENT_IDS = SCHEMA.json("attachmentIds", DOCUMENTED, WRITE_ONLY);
    public static final HasMany LINES = SCHEMA.embeds("lines", InvoiceLine.SCHEMA, InvoiceLine.INVOICE_ID);
    public static final HasMany BALANCE_MODIFIERS =
            SCHEMA.hasMany("balanceModifiers", BalanceModifier.SCHEMA, BalanceModifier.SUBJECT_REFERENCE);
    public static final HasMany ATTACHMENTS =
            SCHEMA.hasMany("attachments", Attachment.SCHEMA, Attachment.OWNER_REFERENCE);

    public static final HasMany LATE_FEES =
            SCHEMA.hasMany("lateFees", InvoiceLateFee.SCHEMA, InvoiceLateFee.INVOICE_ID);

    private Invoice() {}
}
