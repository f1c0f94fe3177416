package dk.ordrebro.web.settings;

import static dk.ordrebro.web.SignedInAs.at;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Role;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Trigger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Indstillinger → Integration → Ordre, as a browser meets it. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class OrderIntegrationPagesTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrderIntegrations shops;

    @Autowired
    private AccountingIntegrations accountings;

    @Autowired
    private Activities activities;

    private Setup setup;
    private Browser browser;
    private String path;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeACompany() {
        setup = Setup.of(context, billy, false);
        browser = Browser.owner(mvc, setup.company);
        path = "/settings/shops/" + setup.shop.id();
    }

    private OrderIntegration shop() {
        return shops.find(setup.company, setup.shop.id()).orElseThrow();
    }

    private Map<String, String> bookkeeping(String... more) {
        var form = new HashMap<>(Map.of(
                "accounting", setup.accounting.id().toString(),
                "trigger", "HANDLED",
                "startDate", "",
                "freightRule", "FIRST",
                "contactMode", "PER_CUSTOMER",
                "productMode", "PER_TEMPLATE"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    @Test
    void makesAShopAndAsksWhereItIsToBeBooked() {
        var answer = browser.post(
                "/settings/shops/new", Map.of("platform", "PUSH", "name", "Anden butik", "shopKey", "anden"));

        OrderIntegration made = shops.named(setup.company, "anden").orElseThrow();
        assertThat(answer).hasRedirectedUrl(at(setup.company, "/settings/shops/" + made.id() + "/bookkeeping"));
        assertThat(made.active()).as("not ticked").isFalse();
        assertThat(made.trigger()).isEqualTo(Trigger.HANDLED);
        assertThat(made.startDate()).isNull();
        assertThat(made.accounting()).isNull();
    }

    @Test
    void keepsWhatWasTypedOfAShopItCannotMake() {
        var form = Map.of("platform", "PUSH", "name", "Anden butik", "shopKey", "nordlys", "active", "true");

        assertThat(Browser.body(browser.post("/settings/shops/new", form)))
                .contains("hedder allerede »nordlys«", "value=\"Anden butik\"");
        assertThat(shops.all(setup.company)).hasSize(1);
    }

    @Test
    void bindsWithEverySetting() {
        var said = browser.said(
                path + "/bookkeeping",
                bookkeeping(
                        "trigger", "PAID",
                        "startDate", "2026-11-24",
                        "freightRule", "LAST",
                        "contactMode", "COLLECTIVE",
                        "productMode", "PER_SKU",
                        "standAloneCreditNotes", "true"));

        assertThat(said.key()).isEqualTo("shop.bound");
        OrderIntegration shop = shop();
        assertThat(shop.accounting()).isEqualTo(setup.accounting.id());
        assertThat(shop.trigger()).isEqualTo(Trigger.PAID);
        assertThat(shop.startDate()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(shop.freightRule()).isEqualTo(FreightRule.LAST);
        assertThat(shop.contactMode()).isEqualTo(ContactMode.COLLECTIVE);
        assertThat(shop.productMode()).isEqualTo(ProductMode.PER_SKU);
        assertThat(shop.standAloneCreditNotes()).isTrue();
        assertThat(shop.active()).isTrue();
        assertThat(browser.page(path + "/bookkeeping"))
                .contains("value=\"24-11-2026\"")
                .containsPattern("value=\"PAID\"[^>]*checked");
    }

    @Test
    void writesEverySettingIntoTheTrailInWords() {
        browser.said(
                path + "/bookkeeping",
                bookkeeping("accounting", "", "trigger", "PAID", "startDate", "2026-11-24", "freightRule", "LAST"));

        List<Activity> trail = activities.about(
                setup.company, "order-integration", setup.shop.id().toString(), 1);

        assertThat(trail.getFirst().facts())
                .containsExactly(
                        "Nordlys Te",
                        "accounting",
                        "Billy",
                        "",
                        "freight-rule",
                        "FIRST",
                        "LAST",
                        "trigger",
                        "HANDLED",
                        "PAID",
                        "start-date",
                        "",
                        "2026-11-24");
        assertThat(browser.page("/activity"))
                .contains("Fakturaen udløses: når ordren håndteres → når ordren er betalt")
                .contains("Fragt: på den første leverance → på den sidste leverance")
                .contains("Startdato: 24-11-2026");
    }

    @Test
    void letsSeveralShopsShareOneAccountingIntegration() {
        browser.post("/settings/shops/new", Map.of("platform", "CSV", "name", "Anden", "shopKey", "anden"));
        OrderIntegration other = shops.named(setup.company, "anden").orElseThrow();

        browser.said("/settings/shops/" + other.id() + "/bookkeeping", bookkeeping());

        assertThat(shops.all(setup.company))
                .extracting(OrderIntegration::accounting)
                .containsOnly(setup.accounting.id());
        assertThat(browser.page("/settings/accounting/" + setup.accounting.id()))
                .contains("2 shops bogfører");
    }

    @Test
    void bindsToNothingOfAnotherCompany() {
        Setup other = Setup.of(context, billy, false);

        assertThat(browser.post(
                        path + "/bookkeeping",
                        bookkeeping("accounting", other.accounting.id().toString())))
                .hasStatus(404);
        assertThat(shop()).isEqualTo(setup.shop);
    }

    @Test
    void offersARetiredIntegrationOnlyWhereItIsBound() {
        accountings.save(setup.accounting.retire());

        assertThat(browser.page(path + "/bookkeeping")).contains("Billy (nedlagt – intet bogføres)");
        browser.said(path + "/bookkeeping", bookkeeping("accounting", ""));
        assertThat(browser.page(path + "/bookkeeping")).doesNotContain("nedlagt – intet bogføres");
    }

    @Test
    void renamesSwitchesRetiresAndBringsBack() {
        assertThat(browser.said(path, Map.of("name", "Butikken")).good()).isTrue();
        assertThat(shop().name()).isEqualTo("Butikken");
        assertThat(browser.said(path, Map.of("name", " ")).good()).isFalse();

        browser.said(path + "/switch", Map.of("on", "false"));
        assertThat(shop().active()).isFalse();
        browser.said(path + "/switch", Map.of("on", "true"));
        assertThat(shop().active()).isTrue();

        assertThat(browser.page(path)).contains("tager vi ikke imod flere ordrer fra shoppen");
        browser.said(path + "/retire", Map.of());
        assertThat(shop().retired()).isTrue();
        assertThat(shop().active()).isFalse();
        assertThat(browser.said(path + "/switch", Map.of("on", "true")).good()).isFalse();
        assertThat(browser.page("/settings/shops")).contains("Nedlagte (1)");

        browser.said(path + "/bring-back", Map.of());
        assertThat(shop()).isEqualTo(setup.shop.named("Butikken"));
    }

    @Test
    void keepsARetiredShopRetiredWhateverIsSavedUnderBookkeeping() {
        browser.said(path + "/retire", Map.of());

        browser.said(path + "/bookkeeping", bookkeeping("freightRule", "LAST"));

        assertThat(shop().retired()).isTrue();
        assertThat(shop().freightRule()).isEqualTo(FreightRule.LAST);
    }

    @Test
    void isForOwnersAndForTheirOwnCompany() {
        Browser reader = browser.as(Role.READ_ONLY);
        Browser stranger = Browser.owner(mvc, Setup.of(context, billy, false).company);

        assertThat(reader.page(path)).doesNotContain("Nedlæg ordreintegrationen");
        for (String button : List.of("", "/switch", "/retire", "/bring-back", "/bookkeeping")) {
            var form = bookkeeping("name", "x", "on", "true");
            assertThat(reader.post(path + button, form)).as(button).hasStatus(403);
            assertThat(stranger.post(path + button, form)).as(button).hasStatus(404);
        }
        assertThat(stranger.get(path)).hasStatus(404);
        assertThat(stranger.get(path + "/bookkeeping")).hasStatus(404);
    }
}
