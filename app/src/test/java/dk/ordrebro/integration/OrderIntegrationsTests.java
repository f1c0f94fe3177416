package dk.ordrebro.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

class OrderIntegrationsTests {

    private final GivenIntegrations given = new GivenIntegrations();
    private final OrderIntegrations integrations = given.orders;

    @Test
    void keepsAndFinds() {
        var shop = given.shop("butik");

        integrations.save(shop);

        assertThat(integrations.find(given.company, shop.id())).contains(shop);
        assertThat(integrations.named(given.company, "butik")).contains(shop);
        assertThat(integrations.all(given.company)).containsExactly(shop);
    }

    @Test
    void showsAnotherCompanyNothing() {
        var shop = given.shop("butik");
        integrations.save(shop);
        var stranger = GivenAccess.company();

        assertThat(integrations.find(stranger, shop.id())).isEmpty();
        assertThat(integrations.named(stranger, "butik")).isEmpty();
        assertThat(integrations.all(stranger)).isEmpty();
    }

    @Test
    void bindsToAnAccountingIntegrationOfItsOwnCompanyOnly() {
        var elsewhere = new GivenIntegrations();
        var theirBilly = elsewhere.billy();
        elsewhere.accounting.create(theirBilly, new Secret("theirs"));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> integrations.save(bound(given.shop("butik"), theirBilly.id())));
    }

    @Test
    void tellsWhatChanged() {
        var billy = given.billy();
        given.accounting.create(billy, new Secret("ours"));
        var shop = given.shop("butik");
        integrations.save(shop);

        integrations.save(bound(shop, billy.id()));
        integrations.save(bound(shop, billy.id()));

        assertThat(given.told()).extracting(SettingsChanged::verb).containsExactly("created", "created", "changed");
        assertThat(given.told().getLast().changes()).containsExactly(new Change("accounting", "", billy.name()));
    }

    @Test
    void refusesAShopKeyThatIsTaken() {
        integrations.save(given.shop("butik"));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> integrations.save(given.shop("butik")));
    }

    private static OrderIntegration bound(OrderIntegration shop, AccountingIntegrationId accounting) {
        return new OrderIntegration(
                shop.company(),
                shop.id(),
                shop.name(),
                shop.platform(),
                shop.shopKey(),
                accounting,
                shop.freightRule(),
                shop.contactMode(),
                shop.productMode(),
                shop.standAloneCreditNotes(),
                shop.active());
    }
}
