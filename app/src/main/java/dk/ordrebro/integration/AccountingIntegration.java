package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.net.URI;

/**
 * A company in an accounting program that we book in. Its key is kept sealed and is not part of this record.
 *
 * @param baseUrl root of the program's API, without a trailing slash
 * @param autoApprove "Bogfør automatisk": approve what has been checked; otherwise leave drafts
 * @param inFlight how many calls may be under way at once
 * @param active whether it books; while it does not, what is handled waits. A retired one never does
 * @param retired out of use for good, as far as anybody knows: what is handled is held for a person, and what was booked stays
 */
public record AccountingIntegration(
        CompanyId company,
        AccountingIntegrationId id,
        String name,
        AccountingPlatform platform,
        URI baseUrl,
        boolean autoApprove,
        int inFlight,
        boolean active,
        boolean retired) {

    public AccountingIntegration {
        if (retired && active) {
            throw new IllegalArgumentException("A retired accounting integration is not active: " + id);
        }
    }

    /** One that is in use. */
    public AccountingIntegration(
            CompanyId company,
            AccountingIntegrationId id,
            String name,
            AccountingPlatform platform,
            URI baseUrl,
            boolean autoApprove,
            int inFlight,
            boolean active) {
        this(company, id, name, platform, baseUrl, autoApprove, inFlight, active, false);
    }

    public AccountingIntegration named(String other) {
        return with(other, autoApprove, active, retired);
    }

    public AccountingIntegration approving(boolean automatically) {
        return with(name, automatically, active, retired);
    }

    public AccountingIntegration switched(boolean on) {
        return with(name, autoApprove, on, retired);
    }

    public AccountingIntegration retire() {
        return with(name, autoApprove, false, true);
    }

    /** Books again. */
    public AccountingIntegration bringBack() {
        return with(name, autoApprove, true, false);
    }

    private AccountingIntegration with(String otherName, boolean approve, boolean isActive, boolean isRetired) {
        return new AccountingIntegration(
                company, id, otherName, platform, baseUrl, approve, inFlight, isActive, isRetired);
    }
}
