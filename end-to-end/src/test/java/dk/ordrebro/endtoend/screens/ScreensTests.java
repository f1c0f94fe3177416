package dk.ordrebro.endtoend.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.endtoend.Accessibility;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.GuidePictures;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import dk.ordrebro.endtoend.Site;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.intake.csv.CsvUploads;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.web.DemoCompanies;
import dk.ordrebro.webhook.EndpointId;
import dk.ordrebro.webhook.Endpoints;
import dk.ordrebro.webhook.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page there is, in a browser: scanned, not wider than the screen, and photographed. The pages are asked from the application, the
 * ways to them found by following links. A new page nobody links to fails this class: link to it, name it in {@link #OUTSIDE} if it is for
 * people who are not signed in, or say in {@link #ELSEWHERE} what it is instead of a page.
 */
class ScreensTests {

    /** For people who are not signed in, with an address that shows them. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "/signin", "/signin",
            "/sign-up", "/sign-up",
            "/sign-up/confirm", "/sign-up/confirm?key=x",
            "/forgot", "/forgot",
            "/forgot/new", "/forgot/new?key=x",
            "/invitation", "/invitation?key=x");

    /** What answers GET and is no page of its own, or is one another test comes to. */
    private static final Set<String> ELSEWHERE = Set.of(
            // Parts of pages, fetched again and again.
            "GET /steps",
            "GET /numbers",
            "GET /orders/bulk/{}/progress",
            "GET /attention/progress",
            "GET /drafts/approvals/{}/progress",
            "GET /orders/{}/live",
            "GET /bookings/{}/fate",
            "GET /settings/shops/{}/connection/health",
            "GET /settings/shops/{}/file/{}/progress",
            // Files.
            "GET /activity/csv",
            "GET /bookings/bookings.csv",
            "GET /orders/lines.csv",
            "GET /orders/orders.csv",
            "GET /period/csv",
            "GET /period/eu-sales.csv",
            "GET /proof/csv",
            "GET /proof/pdf",
            "GET /orders/{}/revisions/{}/file",
            // The description of the API, by springdoc.
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /v3/api-docs/swagger-config",
            "GET /swagger-ui.html",
            // Shown only on the way: DoorTests and GuideWalkTests come to the first, PeopleWalkTests to the second.
            "GET /first-user",
            "GET /signin/code",
            // What went wrong: errorsToo looks at it.
            "GET /error");

    @RegisterExtension
    static final Site SITE = new Site("--ordrebro.sign-up=open");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static Addresses addresses;
    private static final Map<String, Map<String, List<String>>> REACHED = new LinkedHashMap<>();

    /** A shop of each platform that is connected by a form, with its id. */
    private static final Map<OrderPlatform, String> FORMS = new LinkedHashMap<>();

    @BeforeAll
    static void fill() {
        Setup full = DemoCompanies.make(SITE.context(), SITE.billy());
        SITE.context()
                .getBean(Rules.class)
                .save(
                        full.company,
                        full.accounting.id(),
                        new Rule(
                                new RuleId(UUID.randomUUID()),
                                List.of(new Condition.SkuBegins("BOG-"), new Condition.To("DE")),
                                new AccountNumber(1110),
                                new RulesetId("gone")));
        String file = uploadAFile(full);
        tellSomebody(full);
        addresses = new Addresses(SITE.context(), SITE.pages(), ELSEWHERE);
        Page page = CHROMIUM.open(Screen.DESKTOP);
        for (String who : List.of(DemoCompanies.FULL, DemoCompanies.EMPTY, DemoCompanies.TROUBLE)) {
            signIn(page, who, "da");
            List<String> starts = new ArrayList<>(List.of("/", "/components"));
            if (who.equals(DemoCompanies.FULL)) {
                String shop = connectAShop(page, OrderPlatform.VENDURE);
                FORMS.put(OrderPlatform.VENDURE, shop);
                keepAnOrderThatCouldNotBeRead(full, shop);
                // The connection's page links to it once the shop has answered, and here is no shop that does.
                starts.add("/settings/shops/" + shop + "/held");
                // Of many shops only the first is followed, and that one pushes.
                starts.add(file);
                handleMany(page);
                compare(page);
                starts.add(approveOne(page));
            }
            REACHED.put(who, addresses.reachedFrom(page, starts));
            if (who.equals(DemoCompanies.FULL)) {
                for (OrderPlatform platform :
                        List.of(OrderPlatform.WOOCOMMERCE, OrderPlatform.SHOPIFY, OrderPlatform.SHIPMONDO)) {
                    FORMS.put(platform, connectAShop(page, platform));
                }
            }
            page.context().clearCookies();
        }
    }

    /** Answers with where its shop shows it. */
    private static String uploadAFile(Setup full) {
        OrderIntegration shop = new OrderIntegration(
                full.company,
                new OrderIntegrationId(SITE.context().getBean(Ids.class).next()),
                "Nordlys på marked",
                OrderPlatform.CSV,
                "marked",
                full.accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        SITE.context().getBean(OrderIntegrations.class).save(shop);
        SITE.context().getBean(CsvUploads.class).keep(shop, "marked.csv", """
                        Ordre;Vare;Antal;Pris;Dato;Land
                        501;Sencha 100 g;2;79,50;23-11-2026;DK
                        502;Kop;1;129,00;23-11-2026;DK
                        """.getBytes(StandardCharsets.UTF_8));
        return "/settings/shops/" + shop.id() + "/file";
    }

    private static void tellSomebody(Setup full) {
        Endpoints endpoints = SITE.context().getBean(Endpoints.class);
        EndpointId id = endpoints
                .add(full.company, URI.create("https://lager.example/ordrebro"), Set.of(Event.values()))
                .endpoint()
                .id();
        endpoints.ping(full.company, id);
    }

    private static void keepAnOrderThatCouldNotBeRead(Setup full, String shop) {
        SITE.context()
                .getBean(JdbcClient.class)
                .sql("""
                        insert into held_arrival (company_id, held_id, integration_id, shop_order_id, held_at, reasons, raw)
                        values (:company, :id, :shop, '10177', now(), '[]', convert_to('{"id": 10177}', 'UTF8'))
                        """)
                .param("company", full.company.value())
                .param("id", UUID.randomUUID())
                .param("shop", UUID.fromString(shop))
                .update();
    }

    /** Answers with its id. */
    private static String connectAShop(Page page, OrderPlatform platform) {
        page.navigate(SITE.pages() + "/settings/shops/new");
        page.selectOption("#platform", platform.name());
        page.fill("#name", "Nordlys på " + platform.name().toLowerCase(Locale.ROOT));
        page.fill("#shopKey", "nordlys-" + platform.name().toLowerCase(Locale.ROOT));
        page.locator("form.card .actions button").click();
        page.waitForURL("**/connection");
        return page.url().replaceAll(".*/shops/([^/]+)/.*", "$1");
    }

    private static void handleMany(Page page) {
        page.navigate(SITE.pages() + "/orders/bulk/new");
        page.locator("form.actions button").click();
        page.locator("#progress .actions a").waitFor();
    }

    private static void compare(Page page) {
        page.navigate(SITE.pages() + "/proof");
        page.locator("form[action$=compare] button").click();
        page.locator("main table").first().waitFor();
    }

    /** Answers with where its progress is shown. */
    private static String approveOne(Page page) {
        page.navigate(SITE.pages() + "/drafts");
        page.locator("#drafts tbody input[name=booking]").first().check();
        page.locator("form[action$=approve] button").first().click();
        page.waitForURL("**/drafts/approvals/*");
        return page.url().replaceAll(".*(?=/drafts/)", "");
    }

    private static void signIn(Page page, String who, String language) {
        page.navigate(SITE.pages() + "/signin?lang=" + language);
        page.fill("[name=email]", who);
        page.fill("[name=password]", DemoCompanies.PASSWORD);
        page.locator("form[action$=signin] button").click();
        page.waitForURL(SITE.pages() + "/c/*/");
    }

    @Test
    void knowsTheWayToEveryPage() {
        Set<String> missing = new TreeSet<>(addresses.pages());
        missing.removeAll(OUTSIDE.keySet());
        REACHED.values().forEach(reached -> missing.removeAll(reached.keySet()));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fuld@butik.example, DESKTOP, LIGHT, da",
        "fuld@butik.example, PHONE, DARK, en",
        "tom@butik.example, DESKTOP, DARK, en",
        "tom@butik.example, PHONE, LIGHT, da",
        "fejl@butik.example, DESKTOP, LIGHT, en",
        "fejl@butik.example, PHONE, DARK, da"
    })
    void showsEveryPageWithoutABarrier(String who, Screen screen, ColorScheme scheme, String language) {
        Page page = CHROMIUM.open(screen, scheme);
        String folder = folder(who.substring(0, who.indexOf('@')), screen, scheme, language);
        signIn(page, who, language);
        var told = new SoftAssertions();
        Objects.requireNonNull(REACHED.get(who)).forEach((route, ways) -> {
            for (int i = 0; i < ways.size(); i++) {
                look(page, ways.get(i), language, folder + name(route) + (i == 0 ? "" : "-" + i), told);
            }
        });
        told.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT, da", "PHONE, DARK, en"})
    void showsWhoIsNotSignedInNoBarrier(Screen screen, ColorScheme scheme, String language) {
        Page page = CHROMIUM.open(screen, scheme);
        page.navigate(SITE.pages() + "/signin?lang=" + language);
        var told = new SoftAssertions();
        OUTSIDE.forEach((route, way) ->
                look(page, way, language, folder("outside", screen, scheme, language) + name(route), told));
        told.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT, da", "PHONE, DARK, en"})
    void showsHowEachShopIsConnectedWithoutABarrier(Screen screen, ColorScheme scheme, String language) {
        Page page = CHROMIUM.open(screen, scheme);
        signIn(page, DemoCompanies.FULL, language);
        var told = new SoftAssertions();
        FORMS.forEach((platform, shop) -> look(
                page,
                "/settings/shops/" + shop + "/connection",
                language,
                folder("connect", screen, scheme, language) + platform.name().toLowerCase(Locale.ROOT),
                told));
        told.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT, da", "PHONE, DARK, en"})
    void errorsToo(Screen screen, ColorScheme scheme, String language) {
        Page page = CHROMIUM.open(screen, scheme);
        signIn(page, DemoCompanies.FULL, language);
        var told = new SoftAssertions();
        look(page, "/orders/" + UUID.randomUUID(), language, folder("error", screen, scheme, language) + "404", told);
        told.assertAll();
        CHROMIUM.forgiveConsole();
    }

    /** What the guide tells of a day's work: what needs attention, the proof, and undoing a delivery. */
    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void showsADaysWork(String language) {
        Page page = CHROMIUM.open(Screen.DESKTOP);
        signIn(page, DemoCompanies.FULL, language);
        page.navigate(SITE.pages() + "/attention");
        page.locator("main .card").first().waitFor();
        GuidePictures.take(page, language, "attention");
        page.navigate(SITE.pages() + "/proof");
        page.locator("main table").first().waitFor();
        GuidePictures.take(page, language, "proof");
        page.navigate(SITE.pages() + "/period");
        page.locator(".presets a").last().click();
        page.locator("#sums").waitFor();
        page.locator("#eu-sales").waitFor();
        Accessibility.check(page);
        GuidePictures.take(page, language, "period");
        page.navigate(SITE.pages() + "/orders?state=HANDLED");
        page.locator("main table th a").last().click();
        page.locator(".deliveries details.confirm > summary").last().click();
        page.locator(".deliveries form[action$=undo] button").scrollIntoViewIfNeeded();
        Accessibility.check(page);
        GuidePictures.take(page, language, "undo");
    }

    private static void look(Page page, String address, String language, String picture, SoftAssertions told) {
        page.navigate(SITE.pages() + address);
        told.check(() -> Accessibility.check(page));
        told.assertThat(width(page, "scrollWidth"))
                .as("width of " + address)
                .isLessThanOrEqualTo(width(page, "clientWidth"));
        told.assertThat(page.locator("html").getAttribute("lang"))
                .as("language of " + address)
                .isEqualTo(language);
        told.assertThat(page.locator("main").first().innerText())
                .as("texts of " + address)
                .doesNotContain("??");
        Screenshots.take(page, picture);
    }

    private static int width(Page page, String which) {
        return ((Number) page.evaluate("document.documentElement." + which)).intValue();
    }

    private static String folder(String who, Screen screen, ColorScheme scheme, String language) {
        return String.join("-", "screens/" + who, screen.name(), scheme.name(), language)
                        .toLowerCase(Locale.ROOT) + "/";
    }

    private static String name(String route) {
        List<String> words =
                new ArrayList<>(List.of(route.replaceAll("[{}]", "").split("/")));
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? "start" : String.join("-", words);
    }
}
