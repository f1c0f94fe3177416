package dk.ordrebro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetics.Answered;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.money.Totals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Indstillinger → Integration → Bogføring, as a browser meets it. */
@SpringBootTest(properties = {"ordrebro.drains=off", "ordrebro.billy.response-timeout=1s"})
@AutoConfigureMockMvc
@OwnDatabase
class AccountingIntegrationPagesTests {

    private static final String NEW = "/settings/accounting/new";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AccountingIntegrations accountings;

    @Autowired
    private Templates templates;

    @Autowired
    private Activities activities;

    private CompanyId company;
    private Browser browser;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @DynamicPropertySource
    static void newIntegrationsAreMadeAtTheSimulator(DynamicPropertyRegistry properties) {
        properties.add("ordrebro.new-billy.base-url", () -> billy.apiUri());
    }

    @BeforeEach
    void makeACompany() {
        company = context.getBean(Companies.class).create("Nordlys Te").id();
        browser = Browser.owner(mvc, company);
    }

    @AfterEach
    void mendBilly() {
        billy.admin().faults().clear();
    }

    private static String key(NewCompany wanted) {
        return billy.admin().createCompany(wanted).accessToken();
    }

    private static Map<String, String> form(String key, String... more) {
        var form = new HashMap<>(Map.of("platform", "BILLY", "name", "Vores Billy", "apiUser", key, "apiPassword", ""));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private AccountingIntegration only() {
        assertThat(accountings.all(company)).hasSize(1);
        return accountings.all(company).getFirst();
    }

    private String path() {
        return "/settings/accounting/" + only().id();
    }

    private AccountingIntegration made(String... more) {
        assertThat(browser.post(NEW, form(key(NewCompany.named("Nordlys Te ApS")), more)))
                .hasStatus3xxRedirection();
        return only();
    }

    @Test
    void offersTheFieldsOfTheGuide() {
        assertThat(browser.page(NEW))
                .contains(
                        "Platform",
                        "API brugernavn",
                        "API kodeord",
                        "Bogfør automatisk",
                        "Aktivér integration",
                        "Opret")
                .contains("Anbefales slået fra");
        assertThat(browser.page("/settings/accounting")).contains("class=\"round-plus\"");
    }

    @Test
    void makesAnIntegrationAndItsSixTemplates() {
        AccountingIntegration made = made("active", "true");

        assertThat(made.name()).isEqualTo("Vores Billy");
        assertThat(made.active()).isTrue();
        assertThat(made.autoApprove()).as("off unless ticked").isFalse();
        assertThat(templates.of(company, made.id()).templates()).hasSize(6);
        assertThat(browser.page(path())).contains("Nordlys Te ApS", "DKK", "gives automatisk", "ikke låst", "89 konti");
    }

    @Test
    void makesNoTemplatesBeforeItIsSwitchedOn() {
        AccountingIntegration made = made();

        assertThat(made.active()).isFalse();
        assertThat(templates.of(company, made.id()).templates()).isEmpty();

        assertThat(browser.said(path() + "/switch", Map.of("on", "true")).key()).isEqualTo("accounting.switched-on");
        assertThat(only().active()).isTrue();
        assertThat(templates.of(company, made.id()).templates()).hasSize(6);
    }

    @Test
    void takesTheCompanysNameWhereNoneIsTyped() {
        browser.post(NEW, form(key(NewCompany.named("Havnens Garn ApS")), "name", " "));

        assertThat(only().name()).isEqualTo("Havnens Garn ApS");
    }

    @Test
    void neverTakesAnAddressFromTheForm() {
        browser.post(
                NEW,
                form(
                        key(NewCompany.named("Nordlys Te ApS")),
                        "baseUrl",
                        "http://169.254.169.254/v2",
                        "base-url",
                        "http://169.254.169.254/v2"));

        assertThat(only().baseUrl()).isEqualTo(billy.apiUri());
        browser.said(path(), Map.of("name", "Nyt", "baseUrl", "http://169.254.169.254/v2"));
        assertThat(only().baseUrl()).isEqualTo(billy.apiUri());
        assertThat(only().name()).isEqualTo("Nyt");
    }

    @Test
    void keepsWhatWasTypedAndForgetsAKeyThatOpensNothing() {
        String answer = Browser.body(browser.post(NEW, form("hemmelig-noegle-17", "autoApprove", "true")));

        assertThat(answer)
                .contains("Billy afviste nøglen", "Intet er gemt", "value=\"Vores Billy\"", "sæt den ind på ny")
                .doesNotContain("hemmelig-noegle-17");
        assertThat(answer).containsPattern("name=\"autoApprove\"[^>]* checked");
        assertThat(answer).as("as typed").doesNotContainPattern("name=\"active\"[^>]* checked");
        assertThat(accountings.all(company)).isEmpty();
    }

    @Test
    void saysWhenTheKeyIsMissingOrInTheWrongField() {
        assertThat(Browser.body(browser.post(NEW, form("")))).contains("Skriv adgangsnøglen i feltet API brugernavn");
        assertThat(Browser.body(browser.post(NEW, form("", "apiPassword", "noegle-i-kodeord"))))
                .contains("Nøglen står i det forkerte felt")
                .doesNotContain("noegle-i-kodeord");
    }

    @Test
    void saysWhenBillyIsDownThrottledOrTooSlow() {
        String key = key(NewCompany.named("Nordlys Te ApS"));

        fault(new Effect.Status(503, "DOWN", null));
        assertThat(Browser.body(browser.post(NEW, form(key))))
                .contains("Vi fik ikke et brugbart svar fra Billy", "Intet er gemt");
        fault(new Effect.Status(429, "THROTTLED", 30));
        assertThat(Browser.body(browser.post(NEW, form(key)))).contains("tager ikke imod flere", "Intet er gemt");
        fault(new Effect.Latency(new Effect.Delay.Fixed(3000), false));
        assertThat(Browser.body(browser.post(NEW, form(key))))
                .contains("Vi fik ikke et brugbart svar fra Billy", "Intet er gemt");

        assertThat(accountings.all(company)).isEmpty();
    }

    private static void fault(Effect effect) {
        billy.admin().faults().clear();
        billy.admin().faults().order(FaultRule.on("*", effect));
    }

    @Test
    void saysInWordsWhatStandsInTheWay() {
        NewCompany odd = NewCompany.named("Skæve Te ApS")
                .withManualNumbers()
                .withVat(false, "excl")
                .lockedUntil(LocalDate.of(2026, 6, 30))
                .withChart(NewCompany.Chart.SYSTEM);
        browser.post(NEW, form(key(odd), "autoApprove", "true", "active", "true"));

        assertThat(browser.page(path()))
                .contains("fakturanumre i hånden", "vi kan ikke godkende")
                .contains("ikke momsregistreret")
                .contains("låst til og med 30-06-2026")
                .contains("ingen konto for fragt");
    }

    @Test
    void renamesAndApprovesOnlyOnRequest() {
        made("active", "true");

        assertThat(browser.said(path(), Map.of("name", " Butikken ", "autoApprove", "true"))
                        .good())
                .isTrue();
        assertThat(only().name()).isEqualTo("Butikken");
        assertThat(only().autoApprove()).isTrue();
        assertThat(only().active()).as("not the name's affair").isTrue();

        assertThat(browser.said(path(), Map.of("name", "x".repeat(201))).good()).isFalse();
        assertThat(only().name()).isEqualTo("Butikken");
        assertThat(only().autoApprove()).isTrue();
    }

    @Test
    void replacesAKeyOnlyByOneThatWorks() {
        AccountingIntegration made = made("active", "true");
        var before = accountings.key(company, made.id());

        assertThat(browser.said(path() + "/key", Map.of("apiUser", "forkert")).key())
                .isEqualTo("accounting.key-refused");
        assertThat(browser.said(path() + "/key", Map.of("apiUser", " ")).key()).isEqualTo("accounting.key-missing");
        assertThat(accountings.key(company, made.id())).isEqualTo(before);

        String fresh = key(NewCompany.named("Nordlys Te ApS"));
        assertThat(browser.said(path() + "/key", Map.of("apiUser", fresh)).good())
                .isTrue();
        assertThat(accountings.key(company, made.id()).reveal()).isEqualTo(fresh);
        assertThat(browser.page(path())).doesNotContain(fresh);
    }

    @Test
    void showsTheChartItReadLastWhileBillyIsDown() {
        made("active", "true");
        browser.page(path());
        fault(new Effect.Status(503, "DOWN", null));

        assertThat(browser.said(path() + "/refresh", Map.of()).key()).isEqualTo("accounting.reading.unreachable");
        assertThat(browser.page(path())).contains("1110 Salg");
    }

    @Test
    void saysBeforehandWhatRetiringDoesAndBringsBack() {
        Setup setup = Setup.of(context, billy, false);
        Browser owner = Browser.owner(mvc, setup.company);
        String path = "/settings/accounting/" + setup.accounting.id();

        assertThat(owner.page(path)).contains("Én shop bogfører her", "bogføres der ikke mere i den");
        assertThat(owner.said(path + "/retire", Map.of()).key()).isEqualTo("accounting.retired-now");
        assertThat(accountings.find(setup.company, setup.accounting.id())).get().satisfies(retired -> {
            assertThat(retired.retired()).isTrue();
            assertThat(retired.active()).isFalse();
        });
        assertThat(owner.page("/settings/accounting")).contains("Nedlagte (1)");
        assertThat(owner.said(path + "/switch", Map.of("on", "true")).good()).isFalse();
        assertThat(owner.page(path)).contains("Tag i brug igen").doesNotContain("Nedlæg integrationen");

        assertThat(owner.said(path + "/bring-back", Map.of()).good()).isTrue();
        assertThat(accountings.find(setup.company, setup.accounting.id())).contains(setup.accounting);
    }

    @Test
    void writesEveryChangeIntoTheTrailAndNoKey() {
        AccountingIntegration made = made("active", "true");
        browser.said(path(), Map.of("name", "Nyt navn", "autoApprove", "true"));
        browser.said(path() + "/switch", Map.of("on", "false"));
        String fresh = key(NewCompany.named("Nordlys Te ApS"));
        browser.said(path() + "/key", Map.of("apiUser", fresh));
        browser.said(path() + "/retire", Map.of());
        browser.said(path() + "/bring-back", Map.of());

        List<Activity> trail =
                activities.about(company, "accounting-integration", made.id().toString(), 20);

        assertThat(trail)
                .extracting(Activity::verb)
                .containsExactly("brought-back", "retired", "key-replaced", "changed", "changed", "created");
        assertThat(trail).allMatch(entry -> entry.who().equals(Browser.WHO));
        assertThat(trail.get(4).facts())
                .containsExactly("Nyt navn", "name", "Vores Billy", "Nyt navn", "auto-approve", "false", "true");
        assertThat(trail.toString()).doesNotContain(fresh);
        assertThat(browser.page("/activity")).contains("blev taget i brug igen", "blev nedlagt");
    }

    @Test
    void isForOwnersAndForTheirOwnCompany() {
        made("active", "true");
        Browser bookkeeper = browser.as(Role.READ_ONLY);

        assertThat(bookkeeper.get(NEW)).hasStatus(403);
        for (String button :
                List.of("", "/switch", "/retire", "/bring-back", "/key", "/refresh", "/seen", "/templates")) {
            assertThat(bookkeeper.post(path() + button, Map.of("name", "x", "on", "true", "apiUser", "x")))
                    .as(button)
                    .hasStatus(403);
        }
        assertThat(bookkeeper.page(path())).doesNotContain("Nedlæg integrationen", "Prøv og gem ny nøgle");

        Browser stranger = Browser.owner(
                mvc, context.getBean(Companies.class).create("Fremmed").id());
        assertThat(stranger.get(path())).hasStatus(404);
        assertThat(stranger.get(path() + "/preview")).hasStatus(404);
        for (String button :
                List.of("", "/switch", "/retire", "/bring-back", "/key", "/refresh", "/seen", "/templates")) {
            assertThat(stranger.post(path() + button, Map.of("name", "x", "on", "true", "apiUser", "x")))
                    .as(button)
                    .hasStatus(404);
        }
    }

    @Test
    void showsHowItsLedgerRoundsVatAndWhichAnswerShowedIt() {
        AccountingIntegration made = made("active", "true");
        assertThat(browser.page(path()))
                .contains("Moms afrundes", "én gang for hele bilaget", "som programmet selv oplyser");
        InvoiceDraft draft = Drafts.draft("normal")
                .reference("nordlys:7:1")
                .line("Perle", "1", "0.03", "0.00")
                .line("Perle", "1", "0.03", "0.00")
                .done();
        Totals lineByLine = LedgerArithmetic.LINE
                .sums(
                        draft.currency(),
                        draft.priceMode(),
                        draft.lines().stream().map(Taxed::of).toList())
                .total();

        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.getBean(LedgerArithmetics.class)
                        .learn(company, made.id(), List.of(new Answered(draft, answering(draft, lineByLine)))));

        assertThat(browser.page(path())).contains("på hver linje", "vist af svaret på nordlys:7:1");
        assertThat(browser.page("/activity"))
                .contains("svar på nordlys:7:1 viste, hvordan det afrunder moms", "Moms afrundes: på hver linje");
    }

    private static Invoice answering(InvoiceDraft draft, Totals totals) {
        return new Invoice(
                new InvoiceId("i-1"),
                draft.reference().value(),
                draft.orderNumber(),
                draft.type(),
                Invoice.State.DRAFT,
                null,
                draft.date(),
                "c-1",
                draft.currency(),
                totals,
                null,
                List.of());
    }
}
