package dk.ordrebro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.web.door.CodesForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in a real browser: a passkey, the code from the phone, an invitation, and every page of theirs in each dress. */
class PeopleWalkTests {

    /** A passkey holds for one address, so the port is known before the start. */
    @RegisterExtension
    static final Site SITE = new Site("--server.port=" + freePort(), "--ordrebro.sign-up=open");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String PASSWORD = "hest batteri hæfteklamme";

    private final String email = "fie-" + UUID.randomUUID().toString().substring(0, 8) + "@butik.example";

    @BeforeEach
    void makeACompany() {
        CompanyId company =
                SITE.context().getBean(Companies.class).create("Nordlys Te").id();
        Users users = SITE.context().getBean(Users.class);
        var owner = users.create(company, Role.OWNER, email, "Fie Lund", PASSWORD);
        users.create(company, Role.WAREHOUSE, UUID.randomUUID() + "@butik.example", "Bo Holm", PASSWORD);
        users.join(
                SITE.context().getBean(Companies.class).create("Havnens Garn").id(), owner.id(), Role.BOOKKEEPER);
    }

    @Test
    void signsInWithAPasskeyThatWasAddedOnTheProfile() {
        Page page = CHROMIUM.open(Screen.DESKTOP);
        giveAnAuthenticator(page);
        signIn(page);
        page.navigate(SITE.pages() + "/me");
        page.getByLabel("Navn på den nye").fill("Min telefon");
        click(page, "Tilføj passkey");
        assertThat(page.getByText("Min telefon").first()).isVisible();
        Screenshots.take(page, "people/me-with-passkey");
        click(page, "Log ud");

        click(page, "Log ind med passkey");

        assertThat(page).hasURL(Pattern.compile(".*/c/[0-9a-f]{12}/"));
        page.navigate(SITE.pages() + "/activity");
        assertThat(page.getByText("En passkey blev tilføjet: Min telefon.")).isVisible();
    }

    @Test
    void asksForTheCodeOnceItIsSwitchedOn() {
        Page page = CHROMIUM.open(Screen.PHONE);
        signIn(page);
        page.navigate(SITE.pages() + "/me/second-factor");
        page.getByText("Jeg kan ikke læse firkanten").click();
        String secret = page.locator(".typed").innerText().strip();
        Accessibility.check(page);
        Screenshots.take(page, "people/second-factor");
        page.getByLabel("Kode", new Page.GetByLabelOptions().setExact(true)).fill(CodesForTests.now(secret));
        click(page, "Slå til");
        String recovery = page.locator(".codes li").first().innerText();
        Accessibility.check(page);
        Screenshots.take(page, "people/recovery-codes");
        page.context().clearCookies();

        signIn(page);
        assertThat(page).hasURL(SITE.pages() + "/signin/code");
        Accessibility.check(page);
        Screenshots.take(page, "people/code");
        page.getByLabel("Kode", new Page.GetByLabelOptions().setExact(true)).fill(recovery);
        click(page, "Log ind");

        assertThat(page).hasURL(Pattern.compile(".*/c/[0-9a-f]{12}/"));
    }

    @Test
    void handsOverALinkWhereThereIsNoMail() {
        Page owner = CHROMIUM.open(Screen.DESKTOP);
        signIn(owner);
        owner.navigate(SITE.pages() + "/settings/users");
        owner.getByLabel("E-mail").fill("ny-" + email);
        owner.getByLabel("Bogholder").check();
        click(owner, "Lav invitation");
        String link = owner.getByLabel("Link til invitationen").inputValue();
        Accessibility.check(owner);
        Screenshots.take(owner, "people/users-with-link");

        Page guest = CHROMIUM.open(Screen.PHONE);
        guest.navigate(link);
        guest.getByLabel("Dit navn").fill("Kim Bak");
        guest.getByLabel("Vælg adgangskode").pressSequentially("adgangskode2026");
        assertThat(guest.getByText("For let at gætte")).isVisible();
        Accessibility.check(guest);
        Screenshots.take(guest, "people/invitation");
        guest.getByLabel("Vælg adgangskode").fill("");
        guest.getByLabel("Vælg adgangskode").pressSequentially(PASSWORD);
        assertThat(guest.getByText("Meget god")).isVisible();
        click(guest, "Kom med");

        assertThat(guest.getByText("Velkommen til Nordlys Te.")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, LIGHT", "PHONE, DARK", "DESKTOP, LIGHT", "DESKTOP, DARK"})
    void looksRight(Screen screen, ColorScheme scheme) {
        Page page = CHROMIUM.open(screen, scheme);
        for (String path : new String[] {"/signin", "/forgot", "/sign-up", "/invitation?key=x", "/forgot/new?key=x"}) {
            look(page, path, screen, scheme);
        }
        signIn(page);
        for (String path : new String[] {"/settings/users", "/me", "/companies", "/me/second-factor"}) {
            look(page, path, screen, scheme);
        }
        page.navigate(SITE.pages() + "/settings/tokens");
        page.getByLabel("Navn", new Page.GetByLabelOptions().setExact(true)).fill("Lagersystem");
        click(page, "Opret nøgle");
        Accessibility.check(page);
        Screenshots.take(page, "people/tokens-issued-" + screen + "-" + scheme);
        look(page, "/settings/tokens", screen, scheme);
        look(page, "/settings/users?lang=en", screen, scheme);
    }

    private static void look(Page page, String path, Screen screen, ColorScheme scheme) {
        page.navigate(SITE.pages() + path);
        Accessibility.check(page);
        Screenshots.take(page, "people" + path.replaceAll("[^a-z/-]", "_") + "-" + screen + "-" + scheme);
    }

    private void signIn(Page page) {
        page.navigate(SITE.pages() + "/signin");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Adgangskode").fill(PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Log ind").setExact(true))
                .click();
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** A made-up phone with a finger that always fits. */
    private static void giveAnAuthenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var phone = new JsonObject();
        phone.addProperty("protocol", "ctap2");
        phone.addProperty("transport", "internal");
        phone.addProperty("hasResidentKey", true);
        phone.addProperty("hasUserVerification", true);
        phone.addProperty("isUserVerified", true);
        phone.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", phone);
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
