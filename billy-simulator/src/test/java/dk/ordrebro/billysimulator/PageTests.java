package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTests {

    private final Shop shop = Shop.open();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String home = "/companies/" + shop.keys.organizationId() + "/";

    @AfterEach
    void close() {
        browser.close();
        shop.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(shop.simulator.baseUri().resolve(path));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = send(to(path));
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(to(path).POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void showsAnInvoiceWithLinesVatAndPostings() throws Exception {
        String id = shop.billy.create(
                "invoices",
                shop.invoice(
                        ",'orderNo':'100417'",
                        "'description':'<b>Blå & \\\"fin\\\"</b>','quantity':2,'unitPrice':1234.5"));
        shop.approve(id);

        String page = get(home + "invoices/" + id);

        assertThat(page)
                .contains("Faktura 1", "Kunde person", "100417", "&lt;b&gt;Blå &amp; &quot;fin&quot;&lt;/b&gt;")
                .contains("2.469,00", "617,25", "3.086,25 DKK", "25 %")
                .contains("5810 Til gode hos kunder", "1110 Salg", "7250 Salgsmoms (udgående moms)")
                .contains("<html lang=\"da\">")
                .doesNotContain("<b>");
        assertThat(get(home + "invoices")).contains("Faktura 1", "godkendt");
        assertThat(get(home + "accounts")).contains("3.086,25", "-2.469,00", "skal være nul): 0,00 DKK");
        assertThat(get(home + "transactions")).contains("5810 Til gode hos kunder");
    }

    @ParameterizedTest
    @CsvSource({
        "invoices, Der er ingen fakturaer endnu",
        "contacts, Kunde person",
        "products, Normalt salg af varer",
        "accounts, Salg af fragt",
        "vat, Når kunden er",
        "transactions, Der er ikke bogført",
        "outbox, Der er ikke sendt noget",
        "log, POST /v2/products",
        "settings, Opret adgangsnøgle"
    })
    void hasAPageForEachPartOfTheBooks(String tab, String expected) throws Exception {
        assertThat(get(home + tab)).contains(expected).contains("aria-current=\"page\"");
    }

    @Test
    void makesAKeyThatOpensTheCompanyAndShowsItOnce() throws Exception {
        HttpResponse<String> made = post(home + "keys", "name=Min+br%C3%B8");

        Matcher token = Pattern.compile("class=\"token\">([0-9a-f]{40})<").matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(BillyClient.stranger(shop.simulator)
                        .with("X-Access-Token", token.group(1))
                        .get("/organization")
                        .text("/organization/id"))
                .isEqualTo(shop.keys.organizationId());
        assertThat(get(home + "settings")).contains("Min brø").doesNotContain(token.group(1));
    }

    @Test
    void makesACompanyAndLocksItsBooks() throws Exception {
        String settings = post("/companies", "name=%C3%86ble+ApS&currency=EUR&invoiceNoMode=manual")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        post(settings.replace("settings", "lock"), "until=2026-06-30");

        assertThat(get(settings)).contains("Æble ApS", "EUR", "manuelle", "2026-06-30");
        assertThat(get("/")).contains("Æble ApS", "30.06.2026");
        assertThat(post(settings.replace("settings", "lock"), "until=i+morgen").statusCode())
                .isEqualTo(400);
    }

    @Test
    void speaksEnglishToThoseWhoAskForIt() throws Exception {
        HttpResponse<String> asked = send(to("/language/en"));

        String page =
                send(to(home + "settings").header("Cookie", "language=en")).body();

        assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("language=en;");
        assertThat(page).contains("Make access key", "<html lang=\"en\">").doesNotContain("Adgangsnøgler");
    }

    @Test
    void marksFaultsInTheLog() throws Exception {
        shop.simulator
                .admin()
                .faults()
                .order(FaultRule.on("GET /organization", new Effect.Status(503, "INTERNAL_ERROR", 1)));
        shop.billy.get("/organization");

        assertThat(get(home + "log")).contains("fejl på bestilling: status").doesNotContain(shop.keys.accessToken());
    }

    @Test
    void leadsADownloadUrlToAPdf() throws Exception {
        String id = shop.draft("'unitPrice':80");
        String url = shop.billy.get("/invoices/" + id).text("/invoice/downloadUrl");

        HttpResponse<String> pdf = browser.send(
                HttpRequest.newBuilder(java.net.URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));

        assertThat(pdf.body()).startsWith("%PDF-1.4").contains("Kunde person").endsWith("%%EOF\n");
        assertThat(send(to("/download/nothing/x.pdf")).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesButtonsPressedByAnotherSite() throws Exception {
        HttpResponse<String> refused = send(to(home + "keys")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("name=x")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(get(home + "settings")).doesNotContain(">x<");
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/companies/nobody/invoices", "/assets/../x", "/companies/nobody", "/language"})
    void answersWhatIsNotThere(String path) throws Exception {
        assertThat(send(to(path)).statusCode()).isIn(303, 404);
    }
}
