package dk.ordrebro.api;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.StoredOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the API shows of our things. Amounts are texts in plain notation, so that no reader turns them into binary fractions. */
final class Shown {

    private Shown() {}

    /** An amount. */
    @Schema(name = "Amount")
    record Amount(
            @Schema(example = "199.95") String amount,
            @Schema(example = "DKK") String currency) {

        static Amount of(Money money) {
            return new Amount(
                    money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
        }

        static @Nullable Amount orNull(@Nullable Money money) {
            return money == null ? null : of(money);
        }
    }

    /** An order in a list. */
    @Schema(name = "OrderSummary")
    record OrderSummary(
            String id,
            String number,

            @Schema(description = "The shop's own id of the order")
            String shopOrderId,

            String shop,
            int revision,

            @Schema(allowableValues = {"OPEN", "PARTLY_HANDLED", "HANDLED"})
            String state,

            Instant placedAt,
            Instant receivedAt) {

        static OrderSummary of(StoredOrder stored, String shop) {
            return new OrderSummary(
                    stored.id().toString(),
                    stored.order().number(),
                    stored.order().key().shopOrderId(),
                    shop,
                    stored.revision(),
                    stored.state().name(),
                    stored.order().placedAt(),
                    stored.receivedAt());
        }
    }

    /** A delivery or a return. */
    @Schema(name = "Fulfillment")
    record FulfillmentShown(
            String id,
            String order,
            int number,

            @Schema(description = "The shop's own id of the delivery or return") @Nullable
            String key,

            @Schema(description = "The delivery this takes back; absent for a delivery") @Nullable
            String returnOf,

            Instant handledAt,
            List<LineShown> lines) {

        static FulfillmentShown of(Fulfillment fulfillment) {
            return new FulfillmentShown(
                    fulfillment.id().toString(),
                    fulfillment.order().toString(),
                    fulfillment.number(),
                    fulfillment.shopKey(),
                    fulfillment.returnOf() == null
                            ? null
                            : fulfillment.returnOf().toString(),
                    fulfillment.handledAt(),
                    fulfillment.lines().stream()
                            .map(line -> new LineShown(
                                    line.lineKey(), line.quantity().toPlainString()))
                            .toList());
        }
    }

    /** How much of a line. */
    @Schema(name = "FulfilledLine")
    record LineShown(String line, @Schema(example = "2") String quantity) {}

    /** A booking. */
    @Schema(name = "Booking")
    record BookingShown(
            String id,
            String order,
            String orderNumber,
            String fulfillment,

            @Schema(allowableValues = {"INVOICE", "CREDIT_NOTE"})
            String type,

            @Schema(description = "Stands on the document in the accounting program")
            String reference,

            @Schema(allowableValues = {"WAITING", "SENDING", "SUSPECT", "HELD", "SETTLED", "SKIPPED", "TAKEN_BACK"})
            String state,

            LocalDate day,
            @Nullable Amount gross,
            List<Reason> reasons,

            @Schema(description = "The accounting program's own id of the document") @Nullable
            String invoice,

            @Nullable String invoiceNumber,

            @Schema(
                    allowableValues = {"DRAFT", "APPROVED", "VOIDED", "GONE"},
                    description =
                            "Where the document stands in the accounting program, as last read there; absent where none was made. A draft is not booked yet")
            @Nullable
            String standing,

            @Schema(description = "When the standing was read") @Nullable
            Instant standingReadAt,

            @Schema(description = "Whether standing is APPROVED")
            boolean approved) {

        static BookingShown of(Booking booking, Sentences sentences) {
            return new BookingShown(
                    booking.id().toString(),
                    booking.order().toString(),
                    booking.orderNumber(),
                    booking.fulfillment().toString(),
                    booking.type().name(),
                    booking.reference().value(),
                    booking.state().name(),
                    booking.day(),
                    Amount.orNull(booking.gross()),
                    sentences.of(booking.reasons()),
                    booking.invoice() == null ? null : booking.invoice().value(),
                    booking.invoiceNumber(),
                    booking.standing() == null ? null : booking.standing().name(),
                    booking.standingReadAt(),
                    booking.approved());
        }
    }

    /** Why a booking is held or skipped, or would be. */
    @Schema(name = "Reason")
    record Reason(
            @Schema(example = "TOTAL_DISAGREES") String code,
            List<String> facts,
            @Schema(description = "The sentence in Danish") String da,
            @Schema(description = "The sentence in English") String en) {}
}
