package dk.ordrebro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dk.ordrebro.enrichment.GivenOrder.order;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.booking.Setup;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indstillinger → Integration in a real browser: the drop-downs that can be searched, by keyboard alone, and every page scanned. */
class SettingsPagesTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";

    @RegisterExtension
    static final Site SITE = new Site("--ordrebro.drains=off");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final String email = UUID.randomUUID() + "@butik.example";
    private Setup setup;

    @BeforeEach
    void makeACompany() {
        setup = Setup.of(SITE.context(), SITE.billy(), false);
        SITE.context().getBean(Users.class).create(setup.company, Role.OWNER, email, "Fie Lund", PASSWORD);
    }

    private Page signedIn(Screen screen, ColorScheme scheme) {
        Page page = CHROMIUM.open(screen, scheme);
        page.navigate(SITE.pages() + "/signin");
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        page.locator("form[action$=signin] button").click();
        page.waitForURL(SITE.pages() + "/c/*/");
        return page;
    }

    private Page templates() {
        Page page = signedIn(Screen.DESKTOP, ColorScheme.LIGHT);
        page.navigate(SITE.pages() + "/settings/accounting/" + setup.accounting.id());
        return page;
    }

    private static Locator account(Page page, String row) {
        return page.locator("#row-" + row + " input[role=combobox]").first();
    }

    @Test
    void findsAnAccountByNumberOrNameWithoutAMouse() {
        Page page = templates();
        Locator field = account(page, "ITEM-EU");

        field.focus();
        page.keyboard().type("eu var");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        Accessibility.check(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("#ITEM-EU-account")).hasValue("1140");
        assertThat(field).hasValue("1140 Salg til EU - varer");

        field.focus();
        page.keyboard().type("1115");
        page.keyboard().press("Tab");
        assertThat(page.locator("#ITEM-EU-account")).hasValue("1115");
    }

    @Test
    void walksTheListWithArrowsAndLeavesItUnchangedWithEscape() {
        Page page = templates();
        Locator field = account(page, "ITEM-EU");

        field.focus();
        page.keyboard().press("ArrowDown");
        assertThat(field).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");

        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(page.locator("#ITEM-EU-account")).hasValue("1110");
    }

    @Test
    void savesOneRowAndKeepsWhatStandsUnsavedInTheOthers() {
        Page page = templates();
        account(page, "ITEM-OUTSIDE").focus();
        page.keyboard().type("1120");
        page.keyboard().press("Enter");
        account(page, "ITEM-EU").focus();
        page.keyboard().type("1140");
        page.keyboard().press("Enter");

        page.locator("#save-ITEM-EU").click();

        assertThat(page.locator("#row-ITEM-EU .saved-now")).isVisible();
        assertThat(page.locator("#ITEM-OUTSIDE-account")).hasValue("1120");
        assertThat(page.locator("#save-ITEM-EU")).isFocused();
        page.reload();
        assertThat(page.locator("#ITEM-EU-account")).hasValue("1140");
        assertThat(page.locator("#ITEM-OUTSIDE-account")).hasValue("1110");
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryPageWithoutABarrier(Screen screen) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = signedIn(screen, scheme);
            String accounting = "/settings/accounting/" + setup.accounting.id();
            String shop = "/settings/shops/" + setup.shop.id();
            look(page, "/settings/accounting", "accountings", screen, scheme);
            look(page, "/settings/accounting/new", "accounting-new", screen, scheme);
            look(page, accounting, "accounting", screen, scheme);
            look(page, accounting + "/preview", "real-orders", screen, scheme);
            look(page, "/settings/shops", "shops", screen, scheme);
            look(page, "/settings/shops/new", "shop-new", screen, scheme);
            look(page, shop, "shop", screen, scheme);
            look(page, shop + "/bookkeeping", "shop-bookkeeping", screen, scheme);
        }
    }

    private static void look(Page page, String path, String name, Screen screen, ColorScheme scheme) {
        page.navigate(SITE.pages() + path);
        Accessibility.check(page);
        Screenshots.take(page, "settings/" + name + "-" + screen + "-" + scheme);
    }

    /** From an empty list over a trial on real orders to rules in their order. */
    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"PHONE", "DESKTOP"})
    void makesARuleAfterATrial(Screen screen) {
        setup.keep(order().id("1").item("1", "100").rate("0").item("2", "30"));
        setup.keep(order().id("2").to("SE", "11120").item("1", "125"));
        Page page = signedIn(screen, ColorScheme.LIGHT);
        page.navigate(SITE.pages() + "/settings/accounting/" + setup.accounting.id());
        page.locator("#rules a").first().click();
        page.locator("header.head a.button").click();
        page.fill("#rate", "0");
        choose(page, "place", "Danmark");
        choose(page, "account", "1110");
        choose(page, "ruleset", "Momsfrit");
        page.locator("form.card .actions button").click();
        assertThat(page.locator("#trial")).containsText("af de seneste 2 ordrer");
        Accessibility.check(page);
        Screenshots.take(page, "settings/rule-tried-" + screen);
        page.locator("#trial .actions button").click();
        assertThat(page.locator(".rule-list").first()).containsText("Når satsen er 0 % og der leveres i Danmark");
        String rules = page.url();
        page.navigate(rules + "/sets/FEES");
        choose(page, "fee-account", "1115");
        choose(page, "fee-ruleset", "Normalt salg af varer");
        page.locator("form.card .actions button").click();
        page.locator("#trial .actions button").click();
        assertThat(page.locator("#list li")).hasCount(2);
        Accessibility.check(page);
        Screenshots.take(page, "settings/rules-" + screen);
        page.navigate(rules + "/sets/OSS");
        Accessibility.check(page);
        Screenshots.take(page, "settings/rule-set-" + screen);
        page.navigate(SITE.pages() + "/settings/accounting/" + setup.accounting.id());
        Screenshots.take(page, "settings/accounting-rules-" + screen);
    }

    private static void choose(Page page, String field, String text) {
        page.locator(".field:has(#" + field + ") input[role=combobox]").fill(text);
        page.keyboard().press("Enter");
    }

    @Test
    void makesAnIntegrationAfterAWrongKeyWithoutTypingAllAgain() {
        String key = SITE.billy()
                .admin()
                .createCompany(NewCompany.named("Havnens Garn ApS"))
                .accessToken();
        Page page = signedIn(Screen.PHONE, ColorScheme.LIGHT);
        page.navigate(SITE.pages() + "/settings/accounting/new");
        page.fill("#name", "Havnens regnskab");
        page.fill("#apiUser", "forkert");
        page.locator("form.card .actions button").click();
        assertThat(page.locator(".notice.bad")).containsText("Intet er gemt");
        assertThat(page.locator("#name")).hasValue("Havnens regnskab");
        assertThat(page.locator("#apiUser")).isFocused();
        assertThat(page.locator("#apiUser")).hasValue("");

        page.fill("#apiUser", key);
        page.locator("form.card .actions button").click();

        assertThat(page.locator("h1")).containsText("Havnens regnskab");
        assertThat(page.locator(".opened")).containsText("Havnens Garn ApS · DKK");
    }
}
