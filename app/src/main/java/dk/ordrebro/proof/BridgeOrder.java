package dk.ordrebro.proof;

import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One order, or one booking of one, out of a row of the {@link Bridge}.
 *
 * @param booking null in the rows that are about orders
 * @param day of the document; null with {@code booking}
 * @param amount what it adds to the row; null where nobody can say
 */
public record BridgeOrder(
        OrderId order,
        @Nullable BookingId booking,
        OrderIntegrationId shop,
        String number,
        String customer,
        LocalDate placed,
        @Nullable LocalDate day,
        @Nullable Money amount) {}
