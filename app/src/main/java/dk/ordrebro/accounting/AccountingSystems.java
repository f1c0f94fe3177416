package dk.ordrebro.accounting;

import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import java.net.URI;

/** Opens the accounting program behind an integration. */
public interface AccountingSystems {

    /** The same object for the same integration while its settings and key stay the same, so that caches and limits are shared. */
    AccountingSystem open(AccountingIntegration integration);

    /** What a new integration with such a program starts with. */
    Terms terms(AccountingPlatform platform);

    /**
     * Tries a key that is not stored yet and says what it opens.
     *
     * @throws AccountingUnavailable with the reason it does not
     */
    CompanyFacts tryKey(AccountingPlatform platform, URI baseUrl, Secret key);
}
