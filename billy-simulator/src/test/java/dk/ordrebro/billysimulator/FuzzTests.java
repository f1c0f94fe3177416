package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.books.Billy;
import dk.ordrebro.billysimulator.record.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing a client sends gives a 5xx, a stack trace or an answer outside the envelope. */
class FuzzTests {

    private static final Shop SHOP = Shop.open();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 1_500;

    private static final List<FuzzForms.Form> FORMS = FuzzForms.of(SHOP);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static void assertCalm(String sent, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(sent).isLessThan(500);
        assertThat(answer.body()).as(sent).doesNotContain("Exception").doesNotContain("dk.ordrebro");
        try {
            JsonNode json = JSON.readTree(answer.body());
            assertThat(json.at("/meta/statusCode").intValue()).as(sent).isEqualTo(answer.statusCode());
        } catch (JacksonException notJson) {
            throw new AssertionError(sent + " gave " + answer.body(), notJson);
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    @Test
    void staysCalmWithWrongValues() {
        Random random = new Random(20261123);
        int succeeded = 0;
        for (int i = 0; i < ROUNDS; i++) {
            FuzzForms.Form form = FORMS.get(random.nextInt(FORMS.size()));
            boolean update = !form.existing().equals("none") && random.nextBoolean();
            String path = "/" + form.plural() + (update ? "/" + form.existing() : "");
            String body = form.with(random).replace('\'', '"');
            HttpResponse<String> answer =
                    SHOP.billy.raw(update ? "PUT" : "POST", path, body.getBytes(StandardCharsets.UTF_8));
            assertCalm(path + " " + shortened(body), answer);
            succeeded += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(succeeded).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void staysCalmWithBrokenJson() {
        Random random = new Random(7);
        byte[] good = SHOP.invoice("", "'unitPrice':80,'description':'æøå'")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertCalm(new String(bad, StandardCharsets.ISO_8859_1), SHOP.billy.raw("POST", "/invoices", bad));
        }
    }

    static Stream<String> resources() {
        return Billy.resources().all().stream()
                .map(resource -> resource.schema().plural());
    }

    /** Made of the schema, so that no resource and no key of it is forgotten. */
    @ParameterizedTest
    @MethodSource("resources")
    void staysCalmWithEveryKeySpoilt(String plural) {
        Schema schema = Objects.requireNonNull(Billy.resources().plural(plural)).schema();
        String existing = existing(plural);

        FuzzForms.spoilt(schema).forEach(body -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            assertCalm("POST " + plural + shortened(body), SHOP.billy.raw("POST", "/" + plural, bytes));
            assertCalm("PUT " + plural + shortened(body), SHOP.billy.raw("PUT", "/" + plural + "/" + existing, bytes));
        });
    }

    private static String existing(String plural) {
        String parent = plural.equals("salesTaxRules") ? "?rulesetId=" + SHOP.ruleset("Normalt salg af varer") : "";
        String id = SHOP.billy.get("/" + plural + parent).text("/" + plural + "/0/id");
        return id.isEmpty() ? "none" : id;
    }

    static Stream<Arguments> everyRouteAndMethod() {
        return EveryRoute.paths()
                .flatMap(route -> Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")
                        .map(method -> Arguments.of(method, route)));
    }

    @ParameterizedTest
    @MethodSource("everyRouteAndMethod")
    void staysCalmOnEveryRoute(String method, EveryRoute.Path route) {
        String path = "/" + route.path().replace("[]", "%5B%5D");
        List<BillyClient> visitors = List.of(
                SHOP.billy,
                BillyClient.stranger(SHOP.simulator),
                BillyClient.stranger(SHOP.simulator).with("X-Access-Token", "0".repeat(40)));
        for (BillyClient visitor : visitors) {
            for (String body :
                    List.of("{}", "{\"%s\":null}", "{\"%s\":[]}", "{\"%s\":{}}", "{\"%s\":{\"id\":\"none\"}}")) {
                HttpResponse<String> answer = visitor.raw(
                        method, path, body.formatted(route.singular()).getBytes(StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).as(method + path).isBetween(200, 499);
                if (!method.equals("HEAD")) {
                    assertCalm(method + " " + path + " " + body, answer);
                }
            }
        }
    }

    @Test
    void staysCalmWithOddQueries() {
        Random random = new Random(3);
        List<String> names = List.of(
                "page",
                "pageSize",
                "sortProperty",
                "sortDirection",
                "include",
                "q",
                "state",
                "entryDatePeriod",
                "minEntryDate",
                "approvedTimePeriod",
                "amount",
                "isPaid",
                "externalId",
                "ids[]",
                "organizationId",
                "contactId",
                "");
        List<String> values = List.of(
                "",
                "0",
                "-1",
                "99999999999",
                "%zz",
                "%00",
                "%F0%9F%98%80",
                "a%26b%3Dc",
                "invoice.lines:embed,invoice.lines",
                "invoice.contact.invoices:embed",
                "...",
                "month:",
                "quarter:2026-9",
                "year:0",
                "fiscalYear:9999",
                "dates:...",
                "halfYear:2026-1-1",
                "contact.name",
                "lines",
                "grossAmount",
                "DESC",
                "true",
                "2026-11-23",
                "+",
                "%",
                "invoice.creditedInvoice:embed,invoice.contact:embed,contact.contactPersons:embed,invoice.organization:embed");
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder path = new StringBuilder("/v2/invoices?");
            for (int pair = 0; pair <= random.nextInt(5); pair++) {
                path.append(names.get(random.nextInt(names.size())))
                        .append('=')
                        .append(values.get(random.nextInt(values.size())))
                        .append('&');
            }
            assertThat(rawStatus("GET " + path)).as(path.toString()).isBetween(200, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v2/../admin/companies",
                "GET /v2/%2e%2e/admin/companies",
                "GET /v2/..%2fadmin",
                "GET //v2//invoices",
                "GET /v2/invoices//",
                "GET /v2/invoices/%00",
                "GET /v2/invoices/%ff%fe",
                "GET /v2/invoices/..;/contacts",
                "GET /v2/invoices/a%2Fb",
                "GET /v2/%F0%9F%98%80",
                "GET /v2",
                "GET /v2/",
                "GET /v2/invoices/%",
                "TRACE /v2/invoices",
                "CONNECT /v2/invoices",
                "FOO /v2/invoices",
                "GET /v2/organization/x",
                "GET /v2/invoices/" + "a",
                "DELETE /v2/invoices?ids[]=%00&ids[]=",
                "PATCH /v2/invoices/x",
                "GET *",
                "GET http://example.org/v2/invoices",
                "GET /download/..%2f..%2fetc%2fpasswd/x",
                "GET /v2/files/..%5c..%5c",
                "GET /admin/../v2/invoices"
            })
    void staysCalmWithPathTricks(String line) {
        assertThat(rawStatus(line)).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[",
                "{\"invoice\":",
                "[",
                "\"",
                "nul",
                "{\"a\":1}{\"b\":2}",
                "\uFEFF{}",
                "{'a':1}",
                "{\"a\":NaN}"
            })
    void staysCalmWithHalfADocument(String body) {
        String nested = body.equals("[[[[") ? "[".repeat(100_000) : body;

        assertCalm(body, SHOP.billy.raw("POST", "/invoices", nested.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAHugeBody() {
        byte[] huge = ("{\"invoice\":{\"contactMessage\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = SHOP.billy.raw("POST", "/invoices", huge);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    /** Past the HTTP client, which would not send such things. */
    private static int rawStatus(String line) {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), SHOP.simulator.baseUri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\nHost: localhost\r\nX-Access-Token: " + SHOP.keys.accessToken()
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .as(line)
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("Exception")
                    .doesNotContain("dk.ordrebro");
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
