package dk.ordrebro.enrichment.chart;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** Remembers the chart of each accounting integration as a person last saw it, so as to tell what was changed in the program since. */
@NamedInterface("chart")
public interface ChartWatch {

    /** Whoever has read a chart says so. The first one is taken for seen; one that is no newer changes nothing. */
    void saw(CompanyId company, AccountingIntegrationId accounting, ChartOfAccounts chart);

    /** What of the things the templates use has changed since a person looked. Asks the database only, never the accounting program. */
    List<ChartChange> changes(CompanyId company, AccountingIntegrationId accounting);

    /** The chart as it was last read, for when the accounting program does not answer; empty before the first time. */
    Optional<ChartOfAccounts> latest(CompanyId company, AccountingIntegrationId accounting);

    /** A person has seen the changes. */
    void acknowledge(CompanyId company, AccountingIntegrationId accounting);
}
