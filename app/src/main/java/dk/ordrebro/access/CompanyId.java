package dk.ordrebro.access;

import java.util.UUID;

/** The tenant everything belongs to: first column of every primary key. */
public record CompanyId(UUID value) {

    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
