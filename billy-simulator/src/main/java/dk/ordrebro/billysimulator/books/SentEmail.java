package dk.ordrebro.billysimulator.books;

import static dk.ordrebro.billysimulator.evidence.Known.*;
import static dk.ordrebro.billysimulator.record.Rule.*;

import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Schema;
import java.time.Instant;

/** An e-mail in the simulator's outbox; the API has no list of them. */
public final class SentEmail {
    public static final Schema SCHEMA = Schema.of("sentEmail", "sentEmails");
    public static final Field<String> INVOICE_ID = SCHEMA.reference("invoiceId", "invoice", GUESSED, READ_ONLY);
    public static final Field<String> CONTACT_PERSON_ID =
            SCHEMA.reference("contactPersonId", "contactPerson", DOCUMENTED, REQUIRED);
    public static final Field<String> EMAIL_SUBJECT = SCHEMA.text("emailSubject", DOCUMENTED, REQUIRED);
    public static final Field<String> EMAIL_BODY = SCHEMA.text("emailBody", DOCUMENTED, REQUIRED);
    public static final Field<String> COPY_TO_USER_ID = SCHEMA.text("copyToUserId", DOCUMENTED);
    public static final Field<String> RECIPIENT = SCHEMA.text("recipient", GUESSED, READ_ONLY);
    public static final Field<Instant> CREATED_TIME = SCHEMA.time("createdTime", GUESSED, READ_ONLY);

    private SentEmail() {}
}
