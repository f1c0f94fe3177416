package dk.ordrebro.endtoend.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.endtoend.Accessibility;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import dk.ordrebro.endtoend.Site;
import dk.ordrebro.order.Fulfillment;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits is cleared from one list, and what cannot be fetched is told. */
class WaitingTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";

    @RegisterExtension
    static final Site SITE = new Site();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static Page signedIn(Setup setup, Screen screen) {
        String email = UUID.randomUUID() + "@butik.example";
        SITE.context().getBean(Users.class).create(setup.company, Role.OWNER, email, "Fie Lund", PASSWORD);
        Page page = CHROMIUM.open(screen);
        page.navigate(SITE.pages() + "/signin");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.locator("form[action$=signin] button").click();
        page.waitForURL(SITE.pages() + "/c/*/");
        return page;
    }

    private static void paidBack(Setup setup, Fulfillment delivery) {
        SITE.context()
                .getBean(JdbcClient.class)
                .sql("""
                        insert into refund_question (company_id, refund_id, order_id, integration_id, order_number, shop_key, kind, paid_at, asked_at,
                                                     currency, gross, words)
                        values (?, ?, ?, ?, '1001', ?, 'WHAT_FOR', now(), now(), 'DKK', 25, 'Ridser i koppen')
                        """)
                .params(
                        setup.company.value(),
                        UUID.randomUUID(),
                        delivery.order().value(),
                        setup.shop.id().value(),
                        UUID.randomUUID().toString())
                .update();
    }

    @Test
    void changedOrdersAndMoneyPaidBackAreAnsweredInTheList() {
        Setup setup = Setup.of(SITE.context(), SITE.billy(), true);
        List<Fulfillment> sold = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> setup.handle(order().id("o" + n).item("1", "125").freight("39")))
                .toList();
        setup.drain();
        IntStream.rangeClosed(1, 8)
                .forEach(n -> setup.keep(order().id("o" + n).item("1", "100").freight("39")));
        sold.subList(8, 12).forEach(one -> paidBack(setup, one));
        Page page = signedIn(setup, Screen.DESKTOP);

        assertThat(page.locator(".wide-only .count")).containsText("12");
        page.locator(".wide-only nav a[href$='/attention']").click();
        Accessibility.check(page);
        Screenshots.take(page, "waiting/list");
        int clicks = 1;

        page.locator("#edits details.confirm summary").last().click();
        page.locator("#edits details[open] button").last().click();
        page.waitForLoadState();
        Screenshots.take(page, "waiting/edits-answered");
        assertThat(page.locator(".notice.good")).containsText("8");
        assertThat(page.locator("#edits")).hasCount(0);
        clicks += 2;
        page.locator("#refunds [data-all]").check();
        page.locator("#refunds button").last().click();
        assertThat(page.locator("#refunds")).hasCount(0);
        clicks += 2;

        Screenshots.take(page, "waiting/answered");
        assertThat(clicks).isLessThanOrEqualTo(5);
    }

    @Test
    void whatCannotBeFetchedIsToldAndForgottenOnceItCan() {
        Setup setup = Setup.of(SITE.context(), SITE.billy(), true);
        setup.handle(order().id("o1").item("1", "125"));
        Page page = signedIn(setup, Screen.PHONE);
        page.navigate(page.url() + "orders");

        page.route("**/orders?**", Route::abort);
        page.fill("#q", "1001");
        assertThat(page.locator("#refused")).containsText("ingen forbindelse");
        Screenshots.take(page, "waiting/lost");

        page.unroute("**/orders?**");
        page.route(
                "**/orders?**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("text/html")
                        .setBody("<main><h1>Det må du ikke</h1><p>Spørg ejeren.</p></main>")));
        page.fill("#q", "100");
        assertThat(page.locator("#refused")).hasText("Det må du ikke. Spørg ejeren.");

        page.unroute("**/orders?**");
        page.fill("#q", "10");
        assertThat(page.locator("#refused")).hasCount(0);
        CHROMIUM.forgiveConsole();
    }
}
