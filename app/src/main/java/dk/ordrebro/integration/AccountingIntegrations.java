package dk.ordrebro.integration;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.Optional;

/** The accounting integrations of all companies, with their sealed keys. */
public interface AccountingIntegrations {

    Optional<AccountingIntegration> find(CompanyId company, AccountingIntegrationId id);

    List<AccountingIntegration> all(CompanyId company);

    void create(AccountingIntegration integration, Secret key);

    /** Stores a change of everything but the key. */
    void save(AccountingIntegration integration);

    void replaceKey(CompanyId company, AccountingIntegrationId id, Secret key);

    /**
     * Opens the seal.
     *
     * @throws SealBroken when the key file is not the one the key was sealed with
     */
    Secret key(CompanyId company, AccountingIntegrationId id);
}
