package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.util.List;

/** What the latest comparisons of all days found wrong, and nobody has mended yet. */
public interface Findings {

    /** The latest days first. */
    List<Open> open(CompanyId company, int atMost);

    /** How many there are, and what the books have more than they should, in all. */
    Figures total(CompanyId company);

    /** Something wrong in one company of the accounting program. */
    record Open(AccountingIntegrationId accounting, Finding finding) {}
}
