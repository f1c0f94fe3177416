package dk.ordrebro.intake.csv;

import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row understood: one line of an order. */
record Item(
        Row.Fields row,
        String order,
        String sku,
        String title,
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable VatRate vatRate,
        Instant at,
        Head head,
        Sums sums) {

    /** Money of the whole order, as far as this row tells it. */
    record Sums(
            @Nullable BigDecimal freight,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal total) {

        static final Sums NONE = new Sums(null, null, null, null);
    }

    /** What the rows of an order must agree on, as far as they say it: exports leave it out on all rows but the first. The currency is a code or empty. */
    record Head(
            String customer,
            String country,
            String name,
            String company,
            String email,
            String vatNumber,
            String street,
            String postcode,
            String city,
            String currency) {

        List<String> parts() {
            return List.of(customer, country, name, company, email, vatNumber, street, postcode, city, currency);
        }

        static Head of(List<String> parts) {
            return new Head(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4),
                    parts.get(5),
                    parts.get(6),
                    parts.get(7),
                    parts.get(8),
                    parts.get(9));
        }
    }
}
