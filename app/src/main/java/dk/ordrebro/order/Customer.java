package dk.ordrebro.order;

import org.jspecify.annotations.Nullable;

/**
 * Who bought.
 *
 * @param shopKey the shop's own id of the customer; null for a guest
 * @param companyName null for a private person
 * @param vatNumber as written, with or without country prefix
 * @param vatNumberVerified whether the shop says the number was found valid in VIES, or a person has confirmed it
 * @param ean GLN of a public body
 */
public record Customer(
        @Nullable String shopKey,
        @Nullable String companyName,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String vatNumber,
        boolean vatNumberVerified,
        @Nullable String ean) {}
