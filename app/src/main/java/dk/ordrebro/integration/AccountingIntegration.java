package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.net.URI;

/**
 * A company in an accounting program that we book in. Its key is kept sealed and is not part of this record.
 *
 * @param baseUrl root of the program's API, without a trailing slash
 * @param autoApprove "Bogfør automatisk": approve what has been checked; otherwise leave drafts
 * @param inFlight how many calls may be under way at once
 */
public record AccountingIntegration(
        CompanyId company,
        AccountingIntegrationId id,
        String name,
        AccountingPlatform platform,
        URI baseUrl,
        boolean autoApprove,
        int inFlight,
        boolean active) {}
