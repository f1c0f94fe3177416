package dk.ordrebro.endtoend.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import dk.ordrebro.endtoend.Site;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.LineKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day's exceptions in a browser, with every click counted: what it takes is what a person's time is worth. */
class CountedWalksTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final Site SITE = new Site("--ordrebro.vies=off");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Setup setup;
    private Page page;
    private int clicks;

    @BeforeEach
    void signIn() {
        setup = Setup.of(SITE.context(), SITE.billy(), false);
        String email = UUID.randomUUID() + "@butik.example";
        SITE.context().getBean(Users.class).create(setup.company, Role.OWNER, email, "Fie Lund", PASSWORD);
        page = CHROMIUM.open(Screen.DESKTOP);
        page.navigate(SITE.pages() + "/signin");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.locator("form[action$=signin] button").click();
        page.waitForURL(SITE.pages() + "/c/*/");
        clicks = 0;
    }

    private void click(String what) {
        click(page.locator(what).first());
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    private void handle(List<GivenOrder> orders) {
        Instant now = SITE.context().getBean(Clock.class).instant();
        SITE.context()
                .getBean(Handling.class)
                .handleAll(
                        setup.company,
                        orders.stream()
                                .map(order -> new Handling.Whole(setup.keep(order.placed(now)), now, null))
                                .toList());
    }

    private long held() {
        return SITE.context().getBean(DailyTotals.class).tally(setup.company).held();
    }

    private void await(String what, Supplier<Boolean> done) {
        Awaitility.await(what).atMost(LONGEST_WAIT).until(done::get);
    }

    /** Ten kinds of question, three orders of each. The answer that suits each, and what it takes beside the choice itself. */
    private Map<String, Supplier<GivenOrder>> kinds() {
        Map<String, Supplier<GivenOrder>> kinds = new TreeMap<>();
        kinds.put("COUNTRY_MISSING", () -> order().to("", "").item("1", "100"));
        kinds.put("COUNTRY_UNKNOWN", () -> order().to("Norden", "").item("1", "100"));
        kinds.put("AREA_UNSURE", () -> order().to("DK", "800").item("1", "100"));
        kinds.put("FOREIGN_VAT", () -> order().to("DE", "10115").rate("21").item("1", "121"));
        kinds.put("TAX_CHARGED_ON_EXPORT", () -> order().to("NO", "0150").item("1", "100"));
        kinds.put("TOTAL_DISAGREES", () -> order().item("1", "100").statedGross("139"));
        kinds.put("RATE_DISAGREES", () -> order().rate("12").item("1", "112"));
        kinds.put(
                "VAT_NUMBER_INVALID",
                () -> order().to("DE", "10115")
                        .company("Tee GmbH", "DE1", false)
                        .rate("0")
                        .item("1", "100"));
        kinds.put(
                "VAT_NUMBER_UNVERIFIED",
                () -> order().to("DE", "10115")
                        .company("Tee GmbH", "DE129273398", false)
                        .rate("0")
                        .item("1", "100"));
        kinds.put("NEGATIVE_LINE", () -> order().item("1", "100").line(LineKind.FREIGHT, "1", "-20", null));
        return kinds;
    }

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("COUNTRY_MISSING", "PICKED_UP_IN_DENMARK"),
            Map.entry("COUNTRY_UNKNOWN", "PICKED_UP_IN_DENMARK"),
            Map.entry("AREA_UNSURE", "PICKED_UP_IN_DENMARK"),
            Map.entry("FOREIGN_VAT", "DANISH_SALE"),
            Map.entry("TAX_CHARGED_ON_EXPORT", "PICKED_UP_IN_DENMARK"),
            Map.entry("TOTAL_DISAGREES", "DIFFERENCE_IS.FREIGHT"),
            Map.entry("RATE_DISAGREES", "DANISH_SALE"),
            Map.entry("VAT_NUMBER_INVALID", "DANISH_VAT_INSIDE"),
            Map.entry("VAT_NUMBER_UNVERIFIED", "DANISH_VAT_INSIDE"),
            Map.entry("NEGATIVE_LINE", "NEGATIVE_LINE_IS.DISCOUNT"));

    @Test
    void thirtyHeldOrdersOfTenKindsAreClearedInAtMostFortyFiveClicks() {
        List<GivenOrder> orders = kinds().entrySet().stream()
                .flatMap(kind -> List.of("a", "b", "c").stream()
                        .map(which -> kind.getValue().get().id(kind.getKey() + "-" + which)))
                .toList();
        handle(orders);
        Awaitility.await("three held of each kind").atMost(LONGEST_WAIT).untilAsserted(() -> {
            assertThat(held()).isEqualTo(30);
            assertThat(SITE.context().getBean(DailyTotals.class).problems(setup.company))
                    .extracting(ProblemGroup::code)
                    .containsExactlyInAnyOrderElementsOf(ANSWERS.keySet());
        });

        click(".menu.wide-only a[href*='/attention']");
        Screenshots.take(page, "walks/thirty-held");
        ANSWERS.forEach((kind, answer) -> {
            click("#" + kind + " a[href*='reason=" + kind + "']");
            click("#" + kind + " input[value='" + answer + "']");
            click("#" + kind + " button[value=ALL]");
        });
        Awaitility.await("none held")
                .atMost(LONGEST_WAIT)
                .untilAsserted(() -> assertThat(
                                SITE.context().getBean(DailyTotals.class).problems(setup.company))
                        .isEmpty());

        System.out.printf("Thirty held orders of ten kinds: %d clicks%n", clicks);
        Screenshots.take(page, "walks/thirty-cleared");
        assertThat(clicks).isLessThanOrEqualTo(45);
        await("thirty documents", () -> documents() == 30);
        page.navigate(SITE.pages() + "/attention");
        assertThat(page.locator("section.problem")).hasCount(0);
    }

    /** In the simulator's own books. */
    private long documents() {
        var company = SITE.billy().admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA)).size();
    }

    /** The numbers of the accounts that the lines of all documents are booked on, by way of their products. */
    private Set<Integer> accountsUsed() {
        var company = SITE.billy().admin().company(setup.keys.organizationId());
        return company.read(() -> {
            Map<String, Integer> numbers = company.all(Account.SCHEMA).stream()
                    .filter(account -> account.get(Account.ACCOUNT_NO) != null)
                    .collect(Collectors.toMap(Row::id, account -> account.need(Account.ACCOUNT_NO)));
            Map<String, Integer> products = company.all(Product.SCHEMA).stream()
                    .collect(Collectors.toMap(Row::id, product -> numbers.get(product.need(Product.ACCOUNT_ID))));
            return company.all(InvoiceLine.SCHEMA).stream()
                    .map(line -> products.get(line.need(InvoiceLine.PRODUCT_ID)))
                    .collect(Collectors.toSet());
        });
    }

    @Test
    void aMonthIsClosedAndComparedWithTheShopInAtMostFiveClicks() {
        handle(List.of(order().id("1").item("1", "125"), order().id("2").item("1", "250")));
        await("two documents", () -> documents() == 2);

        click(".menu.wide-only a[href$='/proof']");
        click(".presets a");
        click("form[action$=compare] button");
        assertThat(page.locator("main .notice").first()).containsText("0 mangler");
        click("main a[href*='/proof/shop']");

        System.out.printf("A month closed and compared with the shop: %d clicks%n", clicks);
        assertThat(clicks).isLessThanOrEqualTo(5);
        assertThat(page.locator("#shop-sum")).hasText("375,00 kr.");
        assertThat(page.locator("#invoiced-sum")).hasText("375,00 kr.");
        Screenshots.take(page, "walks/month");
    }

    @Test
    void fiftyOrdersMoveToAnotherAccountInAtMostTenClicks() {
        handle(IntStream.rangeClosed(1, 50)
                .mapToObj(i -> order().id("f" + i).item("1", "125"))
                .toList());
        await("fifty documents", () -> documents() == 50);
        String day =
                LocalDate.now(SITE.context().getBean(Clock.class)).format(DateTimeFormatter.ofPattern("dd-MM-uuuu"));

        page.navigate(SITE.pages() + "/settings/accounting/" + setup.accounting.id());
        Locator account =
                page.locator("#row-ITEM-DOMESTIC input[role=combobox]").first();
        click(account);
        account.fill("1120");
        click(page.locator("#row-ITEM-DOMESTIC [role=option]:visible").first());
        click("#save-ITEM-DOMESTIC");
        assertThat(page.locator("#row-ITEM-DOMESTIC .saved-now")).isVisible();
        page.navigate(SITE.pages() + "/bookings");
        click("a[href$='/correct']");
        page.fill("#account", "1110");
        page.fill("#since", day);
        click("form.filters button");
        click("#correct form[method=post] button");
        assertThat(page.locator("#progress form[action$=stop]"))
                .hasCount(0, new HasCountOptions().setTimeout((double) LONGEST_WAIT.toMillis()));
        await("the drafts are gone", () -> documents() == 0);
        page.navigate(SITE.pages() + "/orders");
        click("a[href*='/orders/bulk/new']");
        click("form.actions button");
        await("fifty documents again", () -> documents() == 50);

        System.out.printf("Fifty orders moved to another account: %d clicks%n", clicks);
        assertThat(clicks).isLessThanOrEqualTo(10);
        assertThat(accountsUsed()).containsExactly(1120);
    }
}
