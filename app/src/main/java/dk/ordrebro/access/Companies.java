package dk.ordrebro.access;

import java.util.List;
import java.util.Optional;

/** All companies of this installation. */
public interface Companies {

    Company create(String name);

    Optional<Company> find(CompanyId id);

    /** Oldest first. Not for pages: it crosses the border between tenants. */
    List<Company> all();
}
