package dk.ordrebro.endtoend.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.command.demo.DemoShop;
import dk.ordrebro.endtoend.Accessibility;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import dk.ordrebro.endtoend.Site;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handling many orders in the browser: the page moves by itself, and stops when told to. */
class BulkTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";
    private static final double LONGEST_MILLIS = Duration.ofMinutes(3).toMillis();

    @RegisterExtension
    static final Site SITE = new Site();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Writes down what the progress says whenever htmx has put a newer one there. */
    private static final String WATCH = """
            () => {
                window.seen = [];
                document.body.addEventListener("htmx:afterSettle", () => window.seen.push(document.querySelector("progress").value));
            }""";

    private static Page owner(int orders) {
        Setup setup = Setup.of(SITE.context(), SITE.billy(), false);
        String email = UUID.randomUUID() + "@butik.example";
        SITE.context().getBean(Users.class).create(setup.company, Role.OWNER, email, "Fie Lund", PASSWORD);
        SITE.context()
                .getBean(Orders.class)
                .keep(DemoShop.orders(
                                setup.shop, orders, LocalDate.now(SITE.context().getBean(Clock.class)))
                        .stream()
                        .map(order -> new Orders.Arrival(order, Raw.of("{}")))
                        .toList());
        Page page = CHROMIUM.open(Screen.DESKTOP);
        page.navigate(SITE.pages() + "/signin");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.locator("form[action$=signin] button").click();
        page.waitForURL(SITE.pages() + "/c/*/");
        return page;
    }

    private static void start(Page page) {
        page.navigate(SITE.pages() + "/orders");
        page.locator("a[href*='/orders/bulk/new']").click();
        page.locator("form.actions button").click();
        page.locator("#progress").waitFor();
        page.evaluate(WATCH);
    }

    @Test
    void handlesAThousandOrdersBeforeOnesEyes() {
        Page page = owner(1_000);
        long began = System.nanoTime();

        start(page);

        assertThat(page.locator("#progress form[action$=stop]"))
                .hasCount(0, new HasCountOptions().setTimeout(LONGEST_MILLIS));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(page.locator("#progress .tiles .settled dd")).hasText("1.000");
        List<?> seen = (List<?>) page.evaluate("() => window.seen");
        System.out.printf(
                "1,000 orders handled in the browser: %.1f s, seen to move: %s%n", took.toMillis() / 1e3, seen);
        assertThat(seen).as("what the page showed without being loaded again").isNotEmpty();
        Accessibility.check(page);
        Screenshots.take(page, "bulk/done");
    }

    @Test
    void stopsWhenToldAndGoesOnWhenAsked() {
        Page page = owner(6_000);
        start(page);
        page.waitForFunction("() => window.seen.some(done => done > 0 && done < 6000)");

        page.locator("#progress form[action$=stop] button").click();

        page.locator("#progress form[action$=resume]").waitFor();
        int done = ((Number) page.evaluate("() => document.querySelector('progress').value")).intValue();
        assertThat(done).isLessThan(6_000);
        Accessibility.check(page);
        Screenshots.take(page, "bulk/stopped");
        page.reload();
        assertThat(page.locator("progress")).hasAttribute("value", Integer.toString(done));

        page.locator("#progress form[action$=resume] button").click();

        assertThat(page.locator("#progress .tiles .settled dd"))
                .hasText("6.000", new HasTextOptions().setTimeout(LONGEST_MILLIS));
    }
}
