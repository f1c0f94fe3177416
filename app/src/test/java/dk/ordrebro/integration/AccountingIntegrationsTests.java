package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.database.SharedDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccountingIntegrationsTests {

    private static final Secret KEY = new Secret("billy-key-1234");

    private final GivenIntegrations given = new GivenIntegrations();
    private final AccountingIntegrations integrations = given.accounting;
    private final AccountingIntegration billy = given.billy();

    @Test
    void keepsAnIntegrationAndItsKey() {
        integrations.create(billy, KEY);

        assertThat(integrations.find(given.company, billy.id())).contains(billy);
        assertThat(integrations.all(given.company)).containsExactly(billy);
        assertThat(integrations.key(given.company, billy.id())).isEqualTo(KEY);
    }

    @Test
    void storesNoReadableKey() {
        integrations.create(billy, KEY);

        byte[] stored = SharedDatabase.jdbc()
                .sql("select sealed_key from accounting_integration where company_id = :company")
                .param("company", given.company.value())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("billy-key");
        assertThat(given.told().toString()).doesNotContain("billy-key");
    }

    @Test
    void showsAnotherCompanyNothing() {
        integrations.create(billy, KEY);
        var stranger = GivenAccess.company();

        assertThat(integrations.find(stranger, billy.id())).isEmpty();
        assertThat(integrations.all(stranger)).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> integrations.key(stranger, billy.id()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> integrations.replaceKey(stranger, billy.id(), KEY));
    }

    @Test
    void doesNotOpenAKeyMovedFromAnotherRow() {
        var other = given.billy();
        integrations.create(billy, KEY);
        integrations.create(other, new Secret("another key"));

        SharedDatabase.jdbc()
                .sql("""
                        update accounting_integration
                        set sealed_key = (select sealed_key from accounting_integration where accounting_id = :from)
                        where accounting_id = :to
                        """)
                .param("from", billy.id().value())
                .param("to", other.id().value())
                .update();

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> integrations.key(given.company, other.id()));
    }

    @Test
    void replacesTheKey() {
        integrations.create(billy, KEY);

        integrations.replaceKey(given.company, billy.id(), new Secret("a new one"));

        assertThat(integrations.key(given.company, billy.id())).isEqualTo(new Secret("a new one"));
        assertThat(given.told()).extracting(SettingsChanged::verb).containsExactly("created", "key-replaced");
    }

    @Test
    void tellsWhatChanged() {
        integrations.create(billy, KEY);
        var approving = new AccountingIntegration(
                given.company, billy.id(), billy.name(), billy.platform(), billy.baseUrl(), true, 4, true);

        integrations.save(approving);
        integrations.save(approving);

        assertThat(integrations.find(given.company, billy.id())).contains(approving);
        assertThat(given.told()).hasSize(2).last().satisfies(told -> {
            assertThat(told.changes()).containsExactly(new Change("auto-approve", "false", "true"));
            assertThat(told.who()).isEqualTo("ordrebro");
        });
    }
}
