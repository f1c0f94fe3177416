package dk.ordrebro.accounting.billy;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Terms;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps one {@link BillySystem} for each integration in use, the least recently used ones forgotten first. */
final class BillySystems implements AccountingSystems {

    private static final int MOST_OPEN = 1000;

    private final AccountingIntegrations integrations;
    private final BillyWorkshop workshop;
    private final Terms terms;
    private final Map<Whose, Open> open = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, Open> eldest) {
            return size() > MOST_OPEN;
        }
    };

    BillySystems(AccountingIntegrations integrations, BillyWorkshop workshop, Terms terms) {
        this.integrations = integrations;
        this.workshop = workshop;
        this.terms = terms;
    }

    private record Whose(CompanyId company, AccountingIntegrationId integration) {}

    /** What a system was built from. Name and the like may change without a new one. */
    private record Open(URI baseUrl, int inFlight, Secret key, AccountingSystem system) {

        boolean isStill(AccountingIntegration integration, Secret now) {
            return baseUrl.equals(integration.baseUrl()) && inFlight == integration.inFlight() && key.equals(now);
        }
    }

    @Override
    public AccountingSystem open(AccountingIntegration integration) {
        Secret key = integrations.key(integration.company(), integration.id());
        synchronized (open) {
            return Objects.requireNonNull(open.compute(
                            new Whose(integration.company(), integration.id()),
                            (whose, known) -> known != null && known.isStill(integration, key)
                                    ? known
                                    : opened(integration, key)))
                    .system();
        }
    }

    private Open opened(AccountingIntegration integration, Secret key) {
        return new Open(integration.baseUrl(), integration.inFlight(), key, workshop.system(integration, key));
    }

    @Override
    public Terms terms(AccountingPlatform platform) {
        return switch (platform) {
            case BILLY -> terms;
        };
    }

    @Override
    public CompanyFacts tryKey(AccountingPlatform platform, URI baseUrl, Secret key) {
        return switch (platform) {
            case BILLY -> workshop.company(baseUrl, key);
        };
    }
}
