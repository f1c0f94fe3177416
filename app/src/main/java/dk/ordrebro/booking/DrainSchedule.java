package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;

/** Sees to it that a drain runs soon for an accounting integration. Asking while one is due changes nothing. */
interface DrainSchedule {

    void nudge(CompanyId company, AccountingIntegrationId accounting);
}
