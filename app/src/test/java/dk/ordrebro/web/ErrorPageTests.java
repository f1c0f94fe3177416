package dk.ordrebro.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.database.OwnDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser shows when something is wrong, through the running application with its own server. */
@SpringBootTest(properties = "ordrebro.drains=off", webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OwnDatabase
class ErrorPageTests {

    private static final String PASSWORD = "hest batteri hæfteklamme";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private Companies companies;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private CompanyId company;

    @BeforeEach
    void signIn() throws Exception {
        String email = UUID.randomUUID() + "@butik.example";
        company = companies.create("Butikken").id();
        users.create(company, Role.OWNER, email, "Fie Lund", PASSWORD);
        HttpResponse<String> in = post("/signin", "email=" + enc(email) + "&password=" + enc(PASSWORD), "/signin");
        assertThat(in.uri().getPath()).isEqualTo(SignedInAs.at(company, "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/findes-ikke, 404, Siden findes ikke",
        "/orders/hej, 404, Siden findes ikke",
        "/proof?from=hej, 400, Den dato kan vi ikke læse",
        "/attention/release, 405, 'Den adresse er en knap, ikke en side'",
        "/c/000000000000/orders, 403, Den virksomhed har du ikke adgang til",
        "/c/hej, 403, Den virksomhed har du ikke adgang til"
    })
    void speaksToPeopleInTheirLanguage(String path, int status, String title) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains(title, "Til forsiden").doesNotContain("Exception", "\"status\"", "??");
        assertThat(get(path.contains("?") ? path + "&lang=en" : path + "?lang=en")
                        .body())
                .contains("<html lang=\"");
    }

    @Test
    void refusesAFormWithoutACompanyInWords() throws Exception {
        HttpResponse<String> refused = post("/attention/release", "reason=COUNTRY_MISSING", "/attention");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Hvilken virksomhed gjaldt det?");
    }

    @Test
    void tellsProgramsInAProblemDocument() throws Exception {
        HttpResponse<String> refused = get("/api/v1/orders");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void loadsNothingTwiceAndFilesFromOneAddress() throws Exception {
        for (String path : new String[] {"/", "/orders", "/companies", "/guide"}) {
            var loaded = Pattern.compile("<(?:link|script)[^>]+(?:href|src)=\"([^\"]+)\"")
                    .matcher(get(path).body())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(loaded)
                    .as(path)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(file -> file.startsWith("/assets/") || file.startsWith("/webjars/"));
        }
    }

    @Test
    void saysWhoseThePageIs() throws Exception {
        assertThat(get("/orders").body())
                .contains("class=\"whose\"", "Butikken", "href=\"" + SignedInAs.at(company, "/proof"));
        assertThat(get("/guide").body()).contains("id=\"templates\"", "/guide/images/da/");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token of a page. */
    private HttpResponse<String> post(String path, String form, String page) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + enc(token.group(1))))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
