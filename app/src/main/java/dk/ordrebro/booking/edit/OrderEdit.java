package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order that the shop changed after it was booked, so that what stands in the books no longer fits it; and what a person decided.
 *
 * @param revision of the order that was compared with what was booked
 * @param day of the earliest document that was compared, in Copenhagen
 * @param booked gross of the documents that no longer fit, in the currency of the first of them
 * @param answer null while nobody has answered
 */
public record OrderEdit(
        CompanyId company,
        UUID id,
        OrderId order,
        OrderIntegrationId shop,
        String orderNumber,
        int revision,
        LocalDate day,
        Instant askedAt,
        Money booked,
        List<Difference> differences,
        @Nullable Answer answer) {

    public OrderEdit {
        differences = List.copyOf(differences);
    }

    /** What was decided, by whom and when. The reason may be empty where documents were made right. */
    public record Answer(Kind kind, String who, String why, Instant at) {}

    /** What a person can decide. */
    public enum Kind {
        /** The documents were taken back and made anew, so that together they say what the order says now. */
        MADE_RIGHT,
        /** What was booked stays. */
        LEFT
    }
}
