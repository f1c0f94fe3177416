package dk.ordrebro.endtoend.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.ordrebro.access.people.FirstUser;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Company;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Site;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

/**
 * The guide, walked: a fresh installation, the four steps, an order, the first correct draft in Billy. In both languages, on a phone and at a
 * desk. Prints what it costs a person. With {@code -Dordrebro.guide=write} the walks at the desk write the pictures of {@code docs/guide}.
 */
class GuideWalkTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";

    private static final String ORDER = """
            {"id":"7741","number":"1042","placedAt":"2026-11-20T10:15:00+01:00","currency":"DKK","prices":"INCLUDING_VAT",
             "customer":{"key":"88","name":"Ida Lund","email":"ida@kunde.example"},
             "deliveryAddress":{"name":"Ida Lund","street":"Lyngbakken 212","postcode":"8000","city":"Aarhus C","country":"DK"},
             "lines":[{"key":"1","sku":"LAMP-01","title":"Bordlampe","quantity":2,"unitPrice":"199.95","vatRate":25},
                      {"key":"2","kind":"FREIGHT","title":"Pakke til pakkeshop","quantity":1,"unitPrice":"39.00","vatRate":25}],
             "totals":{"net":"351.12","vat":"87.78","gross":"438.90"}}""";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @CsvSource({"da, DESKTOP", "en, DESKTOP", "da, PHONE", "en, PHONE"})
    void leadsFromAFreshInstallationToTheFirstCorrectDraft(String language, Screen screen) throws Exception {
        try (var site = new Site().open()) {
            Page page = CHROMIUM.open(screen);
            page.navigate(site.pages() + "/");
            var person =
                    new Person(page, screen, Locale.of(language), site.context().getBean(MessageSource.class));
            becomeOwner(person, site.context().getBean(FirstUser.class).code().orElseThrow());
            seeTheSteps(person);
            String key = makeAKey(person, site.billy());
            page.navigate(site.pages() + "/");
            makeTheIntegration(person, key);
            fillTheTemplates(person);
            bindAShop(person);
            String token = makeAToken(person);
            push(site.pages(), token);
            handleTheOrder(person);
            seeTheDraft(person, site.billy());
            System.out.printf("The guide, %s, %s: %s%n", language, screen, person.cost());
        }
    }

    private static void becomeOwner(Person person, String code) {
        if (!person.reads("da")) {
            person.click(person.page().getByText("English"));
        }
        person.look("first-user");
        person.fill(person.word("door.code"), code);
        person.fill(person.word("door.company"), "Nordlys Te");
        person.fill(person.word("door.name"), "Fie Lund");
        person.fill(person.word("door.email"), "fie@nordlys.example");
        person.fill(person.word("door.password"), PASSWORD);
        person.press(person.word("door.first.create"));
        person.look("signin");
        person.fill(person.word("door.email"), "fie@nordlys.example");
        person.fill(person.word("door.password"), PASSWORD);
        person.press(person.word("door.signin"));
    }

    private static void seeTheSteps(Person person) {
        person.see(person.word("start.steps.title"));
        assertThat(person.page().locator(".steps > li")).hasCount(4);
        assertThat(person.page().locator(".steps > li.next")).containsText(person.word("start.step1"));
        person.look("start");
    }

    /** Step 1, on the simulated Billy's own pages. */
    private static String makeAKey(Person person, BillySimulator billy) {
        billy.admin().createCompany(NewCompany.named("Nordlys Te ApS"));
        Page page = person.page();
        page.navigate(billy.baseUri() + "/");
        boolean danish = person.reads("da");
        if (!danish) {
            person.click(page.getByText("English"));
        }
        person.click(page.getByText("Nordlys Te ApS"));
        person.click(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(danish ? "Indstillinger" : "Settings")
                                .setExact(true))
                .first());
        person.fill(danish ? "Navn på nøglen" : "Name of the key", "Ordrebro");
        person.press(danish ? "Opret adgangsnøgle" : "Make access key");
        person.look("step1-key");
        return page.locator(".token").innerText();
    }

    /** Step 2. */
    private static void makeTheIntegration(Person person, String key) {
        person.goTo(person.word("nav.settings.accounting"));
        person.look("step2-list");
        person.follow(person.word("accounting.new"));
        person.fill(person.word("accounting.api-user"), key);
        person.look("step2-new");
        person.press(person.word("settings.create"));
        assertThat(person.page().locator(".opened")).containsText("Nordlys Te ApS");
    }

    /** Step 3: the proposals are looked at and confirmed. */
    private static void fillTheTemplates(Person person) {
        Page page = person.page();
        assertThat(page.locator(".template")).hasCount(6);
        if (!page.locator("#row-ITEM-DOMESTIC").isVisible()) {
            person.click(page.locator("details.unneeded > summary"));
        }
        assertThat(page.locator("#ITEM-DOMESTIC-account")).hasValue("1110");
        person.look("step3-proposals");
        person.press(person.word("templates.save-all"));
        person.look("step3-saved");
    }

    /** Step 4. */
    private static void bindAShop(Person person) {
        person.goTo(person.word("nav.settings.shops"));
        person.follow(person.word("shop.new"));
        person.fill(person.word("accounting.name"), "Nordlys webshop");
        person.fill(person.word("shop.key"), "nordlys");
        person.look("step4-shop");
        person.press(person.word("settings.create"));
        person.choose(person.word("shop.accounting"), "Nordlys Te ApS");
        person.look("step4-bind");
        person.press(person.word("settings.save"));
        person.see(person.word("shop.bound"));
        person.goTo(person.word("nav.start"));
        assertThat(person.page().locator(".steps")).hasCount(0);
    }

    private static String makeAToken(Person person) {
        person.goTo(person.word("nav.tokens"));
        person.fill(person.word("tokens.name"), "Webshop");
        person.press(person.word("tokens.create"));
        person.look("token");
        return person.page()
                .getByLabel(person.word("tokens.bearer"), new Page.GetByLabelOptions().setExact(true))
                .inputValue();
    }

    /** The shop's program sends an order. */
    private static void push(URI site, String token) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(site.resolve("/api/v1/orders?shop=nordlys"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(ORDER))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static void handleTheOrder(Person person) {
        person.goTo(person.word("nav.orders"));
        person.look("orders");
        person.follow("1042");
        person.look("order");
        person.press(person.word("order.handle"));
        person.see(person.word("order.handled"));
        person.click(person.page().locator(".deliveries .side a"));
        assertThat(person.page().locator("#fate-title .state")).hasText(person.word("state.DRAFT"));
        person.look("booked");
    }

    /** One draft, the right total, the right accounts and VAT; and a person sees it in Billy. */
    private static void seeTheDraft(Person person, BillySimulator billy) {
        Company books = billy.admin().companies().getFirst();
        List<Row> invoices = books.read(() -> books.all(Invoice.SCHEMA));
        assertThat(invoices).hasSize(1);
        Row draft = invoices.getFirst();
        assertThat(draft.get(Invoice.STATE)).isEqualTo(Invoice.DRAFT);
        assertThat(draft.get(Invoice.ORDER_NO)).isEqualTo("1042");
        assertThat(draft.need(Invoice.GROSS_AMOUNT)).isEqualByComparingTo(new BigDecimal("438.90"));
        assertThat(draft.need(Invoice.TAX)).isEqualByComparingTo(new BigDecimal("87.78"));
        List<Row> lines = books.read(() -> books.having(InvoiceLine.SCHEMA, InvoiceLine.INVOICE_ID, draft.id()));
        assertThat(lines.stream().map(line -> account(books, line))).containsExactlyInAnyOrder(1110, 1115);
        Page page = person.page();
        page.navigate(billy.baseUri() + "/");
        person.click(page.getByText("Nordlys Te ApS"));
        person.see("1042");
        person.click(page.locator("main table a").first());
        person.see("LAMP-01 Bordlampe");
        person.see(person.reads("da") ? "438,90" : "438.90");
        person.look("draft-in-billy");
    }

    private static @Nullable Integer account(Company books, Row line) {
        return books.read(() -> {
            Row product = Objects.requireNonNull(books.find(Product.SCHEMA, line.get(InvoiceLine.PRODUCT_ID)));
            Row account = Objects.requireNonNull(books.find(Account.SCHEMA, product.get(Product.ACCOUNT_ID)));
            return account.get(Account.ACCOUNT_NO);
        });
    }
}
