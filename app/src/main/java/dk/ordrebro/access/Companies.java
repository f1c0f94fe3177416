package dk.ordrebro.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All companies of this installation. */
public interface Companies {

    Company create(String name);

    Optional<Company> find(CompanyId id);

    /** The CVR numbers of those that have one. */
    Map<CompanyId, Cvr> numbers(Collection<CompanyId> companies);

    /** Notes a company's CVR number, or that it has none. */
    void number(CompanyId company, Optional<Cvr> number);

    /** Oldest first. Not for pages: it crosses the border between tenants. */
    List<Company> all();
}
