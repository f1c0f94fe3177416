package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.util.List;
import java.util.Set;

/** What the latest comparisons of all days found wrong, and nobody has mended yet. */
public interface Findings {

    /** The latest days first. */
    List<Open> open(CompanyId company, int atMost);

    /** Those of some kinds, the latest days first. */
    List<Open> open(CompanyId company, Set<Finding.Kind> kinds, int atMost);

    /** How many of some kinds there are, and what the books have more than they should by them. */
    Figures total(CompanyId company, Set<Finding.Kind> kinds);

    /** How many there are, and what the books have more than they should, in all. */
    Figures total(CompanyId company);

    /** Something wrong in one company of the accounting program. */
    record Open(AccountingIntegrationId accounting, Finding finding) {}
}
