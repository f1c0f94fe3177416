package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.DOCUMENTED;
import static dk.ordrebro.billysimulator.evidence.Known.GUESSED;
import static dk.ordrebro.billysimulator.record.Rule.READ_ONLY;
import static dk.ordrebro.billysimulator.record.Rule.REQUIRED;
import static dk.ordrebro.billysimulator.record.Rule.WRITE_ONLY;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Keys of a reminder about unpaid invoices (reference 6.11). */
public final class InvoiceReminder {
    public static final Schema SCHEMA = Schema.of("invoiceReminder", "invoiceReminders");
    public static final Field<String> ORGANIZATION_ID =
            SCHEMA.reference("organizationId", "organization", DOCUMENTED, REQUIRED);
    public static final Field<String> CONTACT_ID = SCHEMA.reference("contactId", "contact", DOCUMENTED, REQUIRED);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", GUESSED, READ_ONLY);
    public static final Field<BigDecimal> FLAT_FEE = SCHEMA.decimal("flatFee", DOCUMENTED);
    public static final Field<BigDecimal> PERCENTAGE_FEE = SCHEMA.decimal("percentageFee", DOCUMENTED);
    public static final Field<String> FEE_CURRENCY_ID = SCHEMA.reference("feeCurrencyId", "currency", DOCUMENTED);
    public static final Field<Boolean> SEND_EMAIL = SCHEMA.flag("sendEmail", DOCUMENTED);
    public static final Field<String> CONTACT_PERSON_ID =
            SCHEMA.reference("contactPersonId", "contactPerson", DOCUMENTED);
    public static final Field<String> EMAIL_SUBJECT = SCHEMA.text("emailSubject", DOCUMENTED);
    public static final Field<String> EMAIL_BODY = SCHEMA.text("emailBody", DOCUMENTED);
    public static final Field<String> COPY_TO_USER_ID = SCHEMA.text("copyToUserId", DOCUMENTED);
    public static final Field<JsonNode> ASSOCIATIONS = SCHEMA.json("associations", DOCUMENTED, WRITE_ONLY);

    private InvoiceReminder() {}
}
