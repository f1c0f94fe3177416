package dk.ordrebro.integration;

import java.util.UUID;

/** A company in an accounting program that we book in. */
public record AccountingIntegrationId(UUID value) {

    public static AccountingIntegrationId of(String text) {
        return new AccountingIntegrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
