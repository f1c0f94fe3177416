package dk.ordrebro.endtoend.billy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.endtoend.Accessibility;
import dk.ordrebro.endtoend.Chromium;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From an empty simulator to its books: step 1 of the guide, then what a bookkeeper sees of the invoices made with that key. */
class BillyWalkTests {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final BillySimulator billy =
            BillySimulator.start(SimulatorOptions.ephemeral().withSeed(1L));

    @AfterEach
    void close() {
        billy.close();
    }

    /** What stands on the pages in one language, by what the walk calls it. */
    record Speech(String code, Map<String, String> words) {

        static final Speech DANISH = new Speech(
                "da",
                Map.ofEntries(
                        Map.entry("company", "Opret firma"),
                        Map.entry("settings", "Indstillinger"),
                        Map.entry("keys", "Adgangsnøgler"),
                        Map.entry("make key", "Opret adgangsnøgle"),
                        Map.entry("key name", "Navn på nøglen"),
                        Map.entry("name", "Navn"),
                        Map.entry("invoices", "Fakturaer"),
                        Map.entry("invoice", "Faktura"),
                        Map.entry("approved", "godkendt"),
                        Map.entry("draft", "kladde"),
                        Map.entry("contacts", "Kontakter"),
                        Map.entry("products", "Produkter"),
                        Map.entry("accounts", "Konti"),
                        Map.entry("vat", "Moms"),
                        Map.entry("postings", "Posteringer"),
                        Map.entry("mail", "Sendt post"),
                        Map.entry("calls", "Kald"),
                        Map.entry("lines", "Linjer"),
                        Map.entry("249", "249,00")));

        static final Speech ENGLISH = new Speech(
                "en",
                Map.ofEntries(
                        Map.entry("company", "Make company"),
                        Map.entry("settings", "Settings"),
                        Map.entry("keys", "Access keys"),
                        Map.entry("make key", "Make access key"),
                        Map.entry("key name", "Name of the key"),
                        Map.entry("name", "Name"),
                        Map.entry("invoices", "Invoices"),
                        Map.entry("invoice", "Invoice"),
                        Map.entry("approved", "approved"),
                        Map.entry("draft", "draft"),
                        Map.entry("contacts", "Contacts"),
                        Map.entry("products", "Products"),
                        Map.entry("accounts", "Accounts"),
                        Map.entry("vat", "VAT"),
                        Map.entry("postings", "Ledger"),
                        Map.entry("mail", "Sent mail"),
                        Map.entry("calls", "Calls"),
                        Map.entry("lines", "Lines"),
                        Map.entry("249", "249.00")));

        String say(String what) {
            return words.getOrDefault(what, what);
        }

        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Arguments> visits() {
        return Stream.of(Speech.DANISH, Speech.ENGLISH)
                .flatMap(speech -> Stream.of(Screen.PHONE, Screen.DESKTOP).map(screen -> Arguments.of(speech, screen)));
    }

    /** One person at one screen; every page they come to is checked and photographed. */
    private record Walk(Page page, Speech speech, String folder) {

        void arriveAt(String name) {
            assertThat(page.locator("html")).hasAttribute("lang", speech.code);
            Accessibility.check(page);
            assertThat(width("scrollWidth")).as("width of " + page.url()).isLessThanOrEqualTo(width("clientWidth"));
            Screenshots.take(page, folder + name);
        }

        private int width(String which) {
            return ((Number) page.evaluate("document.documentElement." + which)).intValue();
        }

        void openTab(String tab) {
            page.getByRole(AriaRole.NAVIGATION)
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions()
                                    .setName(speech.say(tab))
                                    .setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(speech.say(tab));
        }

        void press(String button) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(speech.say(button))
                                    .setExact(true))
                    .click();
        }

        void see(String... texts) {
            for (String text : texts) {
                assertThat(page.getByRole(AriaRole.MAIN)).containsText(speech.say(text));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("visits")
    void leadsFromAnEmptyBillyToItsBooks(Speech speech, Screen screen) {
        Page page = CHROMIUM.open(screen, screen == Screen.PHONE ? ColorScheme.LIGHT : ColorScheme.DARK);
        walkThrough(new Walk(page, speech, "billy/" + speech.code + "-" + screen + "/"));
    }

    @Test
    void looksWellInTheOtherColoursToo() {
        Page phone = CHROMIUM.open(Screen.PHONE, ColorScheme.DARK);
        walkThrough(new Walk(phone, Speech.DANISH, "billy/da-PHONE-dark/"));
        Page desk = CHROMIUM.open(Screen.DESKTOP, ColorScheme.LIGHT);
        visitBooks(new Walk(desk, Speech.DANISH, "billy/da-DESKTOP-light/"));
    }

    private void walkThrough(Walk walk) {
        Page page = walk.page();
        page.navigate(billy.baseUri() + "/");
        if (walk.speech().equals(Speech.ENGLISH)) {
            page.getByText("English").click();
        }
        walk.arriveAt("01-empty");
        page.getByLabel(walk.speech().say("name"), new Page.GetByLabelOptions().setExact(true))
                .fill("Nordlys Te ApS");
        walk.press("company");
        String key = makeKey(walk);
        new BillyApi(billy.apiUri(), key).trade();
        visitBooks(walk);
        assertThat(page.content()).doesNotContain(key);
    }

    private static String makeKey(Walk walk) {
        walk.openTab("settings");
        walk.arriveAt("02-settings");
        walk.see("keys");
        walk.page()
                .getByLabel(walk.speech().say("key name"), new Page.GetByLabelOptions().setExact(true))
                .fill("Ordrebro");
        walk.press("make key");
        walk.arriveAt("03-key");
        String key = walk.page().locator(".token").innerText();
        assertThat(key).matches("[0-9a-f]{40}");
        return key;
    }

    private void visitBooks(Walk walk) {
        walk.page().navigate(billy.baseUri() + "/");
        walk.see("Nordlys Te ApS");
        walk.arriveAt("04-companies");
        walk.page().getByText("Nordlys Te ApS").click();
        walk.see("approved", "draft", "100417", "Ida Kjær & Søn", "249");
        walk.arriveAt("05-invoices");
        walk.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(walk.speech().say("invoice") + " 1")
                                .setExact(true))
                .click();
        walk.see("lines", "SKU 88-12, blå", "25", "249", "5810", "1110", "1115", "7250", "butik:100417");
        walk.arriveAt("06-invoice");
        tabs().forEach((tab, visit) -> {
            walk.openTab(tab);
            visit.accept(walk);
            walk.arriveAt("07-" + tab.replace(' ', '-'));
        });
    }

    private static Map<String, Consumer<Walk>> tabs() {
        return Map.of(
                "contacts", walk -> walk.see("Ida Kjær & Søn", "butik:17", "ida@example.org", "DE123456789"),
                "products", walk -> walk.see("Varer (Indland)", "Fragt (Indland)", "1110", "Normalt salg af varer"),
                "accounts", walk -> walk.see("5810", "Salgsmoms", "249"),
                "vat", walk -> walk.see("Normalt salg af varer", "Momsfrit", "25"),
                "postings", walk -> walk.see("5810", "5710", "249"),
                "mail", walk -> walk.see("ida@example.org", "Faktura 1"),
                "calls", BillyWalkTests::lookIntoACall,
                "settings", walk -> walk.see("Ordrebro", "keys"));
    }

    private static void lookIntoACall(Walk walk) {
        walk.see("POST /v2/invoices", "200", "400", "INVALID_RECORD");
        Locator call = walk.page().locator("details").first();
        call.locator("summary").click();
        assertThat(call.locator("pre").first()).isVisible();
        assertThat(List.of(walk.page().content().split("X-Access-Token"))).hasSize(1);
    }
}
