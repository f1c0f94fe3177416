package dk.ordrebro.access;

import java.io.Serializable;
import java.util.UUID;

/** The tenant everything belongs to: first column of every primary key. It is part of a stored session, hence serializable. */
public record CompanyId(UUID value) implements Serializable {

    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
