package dk.ordrebro.proof;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the proof keeps of an order.
 *
 * @param gross with VAT as the shop tells it now; null where its words do not tell
 * @param delivered of deliveries, less what was taken back to be handled anew, in {@code deliveredIn}
 * @param pieces to deliver
 * @param done delivered of them
 */
record KeptOrder(
        UUID company,
        OrderId id,
        OrderIntegrationId shop,
        String number,
        String customer,
        LocalDate placed,
        CurrencyUnit currency,
        @Nullable BigDecimal gross,
        BigDecimal delivered,
        CurrencyUnit deliveredIn,
        BigDecimal pieces,
        BigDecimal done) {

    /** What it adds to the sums. */
    List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        BigDecimal worth = gross != null ? gross : deliveredHere();
        sums.add(sum(Place.RECEIVED, currency, worth, gross == null ? 1 : 0));
        BigDecimal left = worth.subtract(deliveredHere());
        if (done.compareTo(pieces) < 0) {
            sums.add(sum(Place.UNHANDLED, currency, left, gross == null ? 1 : 0));
        } else if (left.signum() != 0) {
            sums.add(sum(Place.EDITED, currency, left, 0));
        }
        if (!currency.equals(deliveredIn) && delivered.signum() != 0) {
            sums.add(sum(Place.EDITED, deliveredIn, delivered.negate(), 0));
        }
        return sums;
    }

    private BigDecimal deliveredHere() {
        return currency.equals(deliveredIn) ? delivered : BigDecimal.ZERO;
    }

    private Sum sum(Place place, CurrencyUnit of, BigDecimal amount, long unknown) {
        return new Sum(
                new Sum.Key(company, placed, shop.value(), Sum.NOWHERE, of.getCode(), place, Part.SALE, placed),
                1,
                unknown,
                amount,
                amount,
                BigDecimal.ZERO);
    }

    /** After a delivery of these pieces, or an undo with both negative. */
    KeptOrder delivered(BigDecimal morePieces, @Nullable BigDecimal worth, CurrencyUnit in) {
        boolean first = delivered.signum() == 0;
        return new KeptOrder(
                company,
                id,
                shop,
                number,
                customer,
                placed,
                currency,
                gross,
                worth == null ? delivered : delivered.add(worth),
                first ? in : deliveredIn,
                pieces,
                done.add(morePieces));
    }
}
