package dk.ordrebro.web.settings;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.chart.ChartChange;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.order.OrderId;
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

/** The six templates and the trial run of real orders, as a browser meets them. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class TemplatePagesTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Templates templates;

    @Autowired
    private ChartWatch watch;

    @Autowired
    private Activities activities;

    private Setup setup;
    private Browser browser;
    private String path;
    private RulesetId normal;
    private RulesetId free;

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
        path = "/settings/accounting/" + setup.accounting.id();
        normal = ruleset("Normalt salg af varer");
        free = ruleset("Momsfrit");
    }

    private RulesetId ruleset(String name) {
        return setup.system().chart().rulesets().stream()
                .filter(ruleset -> ruleset.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void empty(TemplateKind kind, Area area) {
        templates.save(setup.company, setup.accounting.id(), new Template(kind, area, null, null));
    }

    private void emptyAll() {
        for (Area area : Area.values()) {
            empty(TemplateKind.ITEM, area);
            empty(TemplateKind.FREIGHT, area);
        }
    }

    private Template saved(TemplateKind kind, Area area) {
        return templates
                .of(setup.company, setup.accounting.id())
                .find(kind, area)
                .orElseThrow();
    }

    private static Map<String, String> typed(String field, String account, RulesetId ruleset) {
        return Map.of(field + "-account", account, field + "-ruleset", ruleset.value());
    }

    /** The part of the page that is about one template. */
    private static String row(String page, String field) {
        int from = page.indexOf("id=\"row-" + field + "\"");
        assertThat(from).as("row " + field).isPositive();
        int next = page.indexOf("id=\"row-", from + 1);
        return page.substring(from, next < 0 ? page.indexOf("</form>", from) : next);
    }

    @Test
    void groupsTheAccountsAsInTheChart() {
        String row = row(browser.page(path), "ITEM-DOMESTIC");

        assertThat(row)
                .containsSubsequence(
                        "<optgroup label=\"Omsætning\">", "1110 Salg", "1115 Salg af fragt", "</optgroup>");
        assertThat(row).containsPattern("value=\"1110\"[^>]*selected");
        assertThat(row).contains("Normalt salg af varer – 25 %");
    }

    @Test
    void saysWhichAreNeededByHowManyOrders() {
        emptyAll();
        setup.keep(order().id("1").item("1", "100").freight("39"));
        setup.keep(order().id("2").item("1", "100"));
        setup.keep(order().id("3").to("DE", "10115").item("1", "100"));

        String page = browser.page(path);

        assertThat(row(page, "ITEM-DOMESTIC")).contains("2 af de seneste 3 ordrer bruger den");
        assertThat(row(page, "FREIGHT-DOMESTIC")).contains("Én af de seneste 3 ordrer bruger den");
        assertThat(row(page, "ITEM-EU")).contains("Én af de seneste 3 ordrer bruger den", "Forslag");
        assertThat(page).contains("3 skabeloner behøver du ikke");
        assertThat(page.indexOf("id=\"row-ITEM-OUTSIDE\"")).isGreaterThan(page.indexOf("3 skabeloner behøver du ikke"));
    }

    @Test
    void takesEverybodyForSellingAtHomeBeforeTheFirstOrder() {
        emptyAll();

        String page = browser.page(path);

        assertThat(row(page, "ITEM-DOMESTIC")).contains("Forslag – ikke gemt", "Ingen ordrer endnu");
        assertThat(page).contains("4 skabeloner behøver du ikke");
    }

    @Test
    void proposesWithAReasonAndSavesNothingByItself() {
        emptyAll();

        String row = row(browser.page(path), "FREIGHT-DOMESTIC");

        assertThat(row).contains("konto 1115 Salg af fragt, fordi den er en indtægtskonto for fragt");
        assertThat(row).contains("fordi den giver 25 % i Danmark");
        assertThat(row).containsPattern("value=\"1115\"[^>]*selected");
        assertThat(saved(TemplateKind.FREIGHT, Area.DOMESTIC).account()).isNull();
    }

    @Test
    void preselectsNothingWhereNobodySells() {
        emptyAll();

        assertThat(row(browser.page(path), "ITEM-OUTSIDE"))
                .contains("konto 1120")
                .doesNotContainPattern("value=\"1120\"[^>]*selected");
    }

    @Test
    void savesAllAndWritesThemIntoTheTrail() {
        emptyAll();

        var said = browser.said(path + "/templates", typed("ITEM-EU", "1140", normal));

        assertThat(said.good()).isTrue();
        assertThat(saved(TemplateKind.ITEM, Area.EU))
                .isEqualTo(new Template(TemplateKind.ITEM, Area.EU, new AccountNumber(1140), normal));
        assertThat(activities
                        .about(setup.company, "template", setup.accounting.id().toString(), 5)
                        .getFirst()
                        .facts())
                .containsExactly("Billy", "ITEM/EU", "", "1140 Salg til EU - varer · Normalt salg af varer");
        assertThat(browser.page("/activity")).contains("Varer (EU): 1140 Salg til EU - varer · Normalt salg af varer");
        assertThat(browser.said(path + "/templates", typed("ITEM-EU", "1140", normal))
                        .key())
                .isEqualTo("templates.nothing-changed");
    }

    @Test
    void savesOneAndLosesNothingTypedInTheOthers() {
        emptyAll();
        var form = new java.util.HashMap<>(typed("ITEM-EU", "1140", normal));
        form.putAll(typed("ITEM-OUTSIDE", "1120", normal));
        form.put("only", "ITEM-EU");

        var answer = browser.post(path + "/templates", form);

        assertThat(saved(TemplateKind.ITEM, Area.EU).isComplete()).isTrue();
        assertThat(saved(TemplateKind.ITEM, Area.OUTSIDE).account()).isNull();
        var typed =
                (TypedFields) requireNonNull(answer.getMvcResult().getFlashMap().get(TypedFields.NAME));
        assertThat(typed.fields()).containsEntry("ITEM-OUTSIDE-account", "1120").doesNotContainKey("only");
    }

    @Test
    void savesOneRowForAPageThatStays() {
        emptyAll();

        String row = Browser.body(browser.post(path + "/templates/ITEM-EU", typed("ITEM-EU", "1140", normal)));

        assertThat(row).contains("id=\"row-ITEM-EU\"", "Skabelonen er gemt").doesNotContain("<html");
        assertThat(saved(TemplateKind.ITEM, Area.EU).isComplete()).isTrue();
        assertThat(browser.post(path + "/templates/NONE-SUCH", Map.of())).hasStatus(404);
    }

    @Test
    void takesOnlyWhatTheChartOffers() {
        emptyAll();

        browser.said(path + "/templates", typed("ITEM-EU", "4711", new RulesetId("opdigtet")));

        assertThat(saved(TemplateKind.ITEM, Area.EU)).isEqualTo(new Template(TemplateKind.ITEM, Area.EU, null, null));
    }

    @Test
    void warnsWhenAccountOrVatDoNotFitTheArea() {
        browser.said(path + "/templates", typed("ITEM-DOMESTIC", "1210", free));

        assertThat(row(browser.page(path), "ITEM-DOMESTIC"))
                .contains("Konto 1210 Vareindkøb er ikke en indtægtskonto")
                .contains("»Momsfrit« giver 0 % i Danmark, hvor satsen er 25 %");
    }

    @Test
    void tellsWhatChangedInBillyUntilItIsSeen() {
        browser.page(path);
        billy.admin().archiveAccount(setup.keys.organizationId(), 1110, true);

        assertThat(browser.said(path + "/refresh", Map.of()).good()).isTrue();

        String page = browser.page(path);
        assertThat(page).contains("Ændret i Billy", "Konto 1110 Salg er arkiveret");
        assertThat(row(page, "ITEM-DOMESTIC"))
                .contains("1110 (kan ikke bruges længere)", "Konto 1110 Salg er arkiveret i Billy");
        assertThat(watch.changes(setup.company, setup.accounting.id()))
                .extracting(ChartChange::kind)
                .containsExactly(ChartChange.Kind.ACCOUNT_ARCHIVED);

        browser.said(path + "/seen", Map.of());
        assertThat(browser.page(path)).doesNotContain("Ændret i Billy");
    }

    @Test
    void triesTheLastRealOrdersWithTheTemplatesAsTheyStand() {
        empty(TemplateKind.ITEM, Area.EU);
        setup.keep(order().id("1").item("1", "100"));
        OrderId german = setup.keep(order().id("2").to("DE", "10115").item("1", "250"));

        String run = browser.page(path + "/preview");

        assertThat(run).contains("1 ville gå igennem, 1 ville blive holdt tilbage", "80,00", "20,00", "100,00 kr.");
        assertThat(run).contains("En skabelon mangler konto eller moms");
        assertThat(run).contains(path + "/preview/" + german);
        assertThat(browser.page(path + "/preview/" + german))
                .contains("Skabelonen Varer (EU) mangler konto eller moms");
        assertThat(browser.get(path + "/preview/" + java.util.UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void triesOrdersOfAShopThatIsNotBoundYet() {
        browser.said(
                "/settings/shops/" + setup.shop.id() + "/bookkeeping",
                Map.of(
                        "accounting", "",
                        "trigger", "HANDLED",
                        "startDate", "",
                        "freightRule", "FIRST",
                        "contactMode", "PER_CUSTOMER",
                        "productMode", "PER_TEMPLATE"));
        setup.keep(order().item("1", "100"));

        assertThat(browser.page(path + "/preview")).contains("Ordren ville gå igennem", "100,00 kr.");
    }

    @Test
    void looksAtNoMoreThanTheLatestTwenty() {
        for (int i = 0; i < 25; i++) {
            setup.keep(order().id("n" + i).item("1", "100"));
        }

        String run = browser.page(path + "/preview");

        assertThat(run).contains("Alle 20 ville gå igennem", "#n24").doesNotContain("#n4<");
    }

    @Test
    void saysThatThereIsNothingToTryYet() {
        assertThat(browser.page(path + "/preview")).contains("Der er ingen ordrer at prøve endnu");
    }
}
