package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;

/**
 * Whose records the ids are of.
 *
 * @param organization Billy's id of the company, since a renewed key may open another one
 */
public record Books(CompanyId company, AccountingIntegrationId integration, String organization) {}
