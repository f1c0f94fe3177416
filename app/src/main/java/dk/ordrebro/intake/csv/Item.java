package dk.ordrebro.intake.csv;

import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.Instant;
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
        Head head) {

    /** What the rows of an order must agree on. The currency is a code or empty. */
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
            String currency) {}
}
