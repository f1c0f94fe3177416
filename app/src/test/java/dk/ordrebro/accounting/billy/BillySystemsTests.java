package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Terms;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BillySystemsTests {

    private final FakeBilly billy = Recorded.billy();
    private final Workbench bench = new Workbench();
    private final Keys keys = new Keys();
    private final BillySystems systems = new BillySystems(keys, bench.workshop(), new Terms(billy.root(), 3));
    private final AccountingIntegration integration = Workbench.integration(billy.root());

    @Test
    void tellsANewIntegrationWhereBillyIs() {
        assertThat(systems.terms(AccountingPlatform.BILLY)).isEqualTo(new Terms(billy.root(), 3));
    }

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    /** One key for all integrations, which a test may replace. */
    private static final class Keys implements AccountingIntegrations {

        private Secret key = Workbench.KEY;

        @Override
        public Secret key(CompanyId company, AccountingIntegrationId id) {
            return key;
        }

        @Override
        public Optional<AccountingIntegration> find(CompanyId company, AccountingIntegrationId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<AccountingIntegration> all(CompanyId company) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(AccountingIntegration integration, Secret first) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(AccountingIntegration integration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replaceKey(CompanyId company, AccountingIntegrationId id, Secret other) {
            key = other;
        }
    }

    private AccountingIntegration changed(String name, URI root, boolean autoApprove, int inFlight) {
        return new AccountingIntegration(
                integration.company(),
                integration.id(),
                name,
                AccountingPlatform.BILLY,
                root,
                autoApprove,
                inFlight,
                true);
    }

    @Test
    void sharesOneSystemWhileNothingItIsBuiltFromChanges() {
        AccountingSystem first = systems.open(integration);

        assertThat(systems.open(changed("Nyt navn", integration.baseUrl(), true, integration.inFlight())))
                .isSameAs(first);
    }

    @Test
    void opensAnotherForAnotherKeyAddressOrBound() {
        AccountingSystem first = systems.open(integration);

        AccountingSystem wider = systems.open(changed("Billy", integration.baseUrl(), false, 30));
        AccountingSystem elsewhere = systems.open(changed("Billy", URI.create("http://127.0.0.1:1/v2"), false, 30));
        keys.replaceKey(integration.company(), integration.id(), new Secret("another"));
        AccountingSystem renewed = systems.open(changed("Billy", URI.create("http://127.0.0.1:1/v2"), false, 30));

        assertThat(List.of(first, wider, elsewhere, renewed)).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatAKeyOpens() {
        assertThat(systems.tryKey(AccountingPlatform.BILLY, billy.root(), Workbench.KEY)
                        .name())
                .isEqualTo("Nordlys Te ApS");
        assertThat(billy.called()).containsExactly("GET /organization");
    }

    @Test
    void saysThatAKeyOpensNothing() {
        billy.on("GET /organization", FakeBilly.refusal(401, "OAUTH_INVALID_ACCESS_TOKEN", "Ukendt adgangsnøgle"));

        assertThatThrownBy(() -> systems.tryKey(AccountingPlatform.BILLY, billy.root(), Workbench.KEY))
                .isInstanceOf(AccountingUnavailable.class)
                .hasMessage("KEY_REFUSED: Ukendt adgangsnøgle");
    }
}
