package dk.ordrebro.proof;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the proof keeps of a booking. All amounts are with VAT and signed: credit notes are negative.
 *
 * @param accounting {@link Sum#NOWHERE} while the shop is bound nowhere
 * @param delivered by the shop's words; null where they do not tell
 * @param amount of the document, else what was delivered; null where nobody can say
 * @param vat of the document; null before there is a draft
 * @param shopVat as the shop stated it, where the delivery is the whole order; null otherwise
 */
record KeptBooking(
        UUID company,
        BookingId id,
        OrderId order,
        OrderIntegrationId shop,
        UUID accounting,
        String number,
        String customer,
        LocalDate placed,
        LocalDate day,
        Part part,
        Place place,
        CurrencyUnit currency,
        @Nullable BigDecimal delivered,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal vat,
        @Nullable BigDecimal shopVat) {

    Sum sum() {
        BigDecimal worth = amount == null ? BigDecimal.ZERO : amount;
        return new Sum(
                new Sum.Key(company, day, shop.value(), accounting, currency.getCode(), place, part, placed),
                1,
                amount == null ? 1 : 0,
                delivered == null ? worth : delivered,
                worth,
                vatApart());
    }

    private BigDecimal vatApart() {
        return vat == null || shopVat == null || !place.isDocument() ? BigDecimal.ZERO : vat.subtract(shopVat);
    }

    /** The same booking where it stands now. */
    KeptBooking at(Booking now) {
        Money gross = now.gross();
        Money tax = now.vat();
        Money told = now.delivered();
        return new KeptBooking(
                company,
                id,
                order,
                shop,
                now.accounting() == null ? Sum.NOWHERE : now.accounting().value(),
                number,
                customer,
                placed,
                now.day(),
                part,
                Place.of(now),
                gross != null ? gross.getCurrencyUnit() : told != null ? told.getCurrencyUnit() : currency,
                told != null ? signed(told) : delivered == null && gross != null ? signed(gross) : delivered,
                gross != null ? signed(gross) : told != null ? signed(told) : amount,
                tax == null ? vat : signed(tax),
                told != null && delivered != null && signed(told).compareTo(delivered) != 0 ? null : shopVat);
    }

    private BigDecimal signed(Money money) {
        return part.isCredit() ? money.getAmount().negate() : money.getAmount();
    }
}
