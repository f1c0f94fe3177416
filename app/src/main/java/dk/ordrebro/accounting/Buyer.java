package dk.ordrebro.accounting;

import org.jspecify.annotations.Nullable;

/**
 * Whom an invoice is made out to. Unknown texts are empty.
 *
 * @param key our key of the customer within the accounting integration; the same customer always has the same key
 * @param country ISO 3166-1 alpha-2 of the place that decides the VAT (the delivery's), with EU VAT outliers under their own code where they have one
 * @param registrationNumber CVR or VAT number, empty for a private person
 * @param ean GLN, or null
 */
public record Buyer(
        String key,
        BuyerType type,
        String name,
        String country,
        String street,
        String postcode,
        String city,
        String registrationNumber,
        String email,
        String phone,
        @Nullable String ean) {}
