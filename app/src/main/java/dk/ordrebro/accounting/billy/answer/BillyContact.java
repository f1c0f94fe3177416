package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;

/** A customer or supplier. */
public record BillyContact(
        @Nullable String id,
        @Nullable String type,
        @Nullable String name,
        @Nullable String countryId,
        @Nullable String street,
        @Nullable String zipcodeText,
        @Nullable String cityText,
        @Nullable String contactNo,
        @Nullable String registrationNo,
        @Nullable String phone,
        @Nullable String ean,
        @Nullable Boolean isArchived) {}
