package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.books.SentEmail;
import dk.ordrebro.billysimulator.record.Row;
import java.time.Instant;

/** An e-mail that would have gone out. */
public record OutboxEmail(String invoiceId, String recipient, String subject, String body, Instant at) {

    static OutboxEmail of(Row email) {
        return new OutboxEmail(
                email.need(SentEmail.INVOICE_ID),
                email.get(SentEmail.RECIPIENT, ""),
                email.need(SentEmail.EMAIL_SUBJECT),
                email.need(SentEmail.EMAIL_BODY),
                email.need(SentEmail.CREATED_TIME));
    }
}
