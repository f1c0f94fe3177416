package dk.ordrebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The API from outside, with a real database and the simulator behind it. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class ApiTests {

    private static final String ORDER = """
            {"id": "77", "number": "1042", "placedAt": "2026-11-20T10:15:00+01:00", "currency": "DKK", "prices": "INCLUDING_VAT",
             "deliveryAddress": {"name": "Ida Lund", "street": "Lyngbakken 212", "postcode": "8000", "city": "Aarhus C", "country": "DK"},
             "lines": [{"key": "a", "sku": "LAMP", "title": "Lampe", "quantity": 3, "unitPrice": "100.00", "vatRate": 25},
                       {"key": "f", "kind": "FREIGHT", "title": "Fragt", "quantity": 1, "unitPrice": 39, "vatRate": 25}],
             "totals": {"gross": "339.00"}}""";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApiTokens tokens;

    private Setup setup;
    private String token;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeACompany() {
        setup = Setup.of(context, billy, false);
        token = tokens.create(setup.company, "Lager", Role.WAREHOUSE, "test").bearer();
    }

    @Test
    void keepsAPushedOrderOnce() {
        MvcTestResult first = post("/api/v1/orders", ORDER);
        MvcTestResult again = post("/api/v1/orders", ORDER.replace("100.00", "100"));
        MvcTestResult changed = post("/api/v1/orders", ORDER.replace("Lampe", "Bordlampe"));

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.fate").isEqualTo("NEW");
        String id = read(first, "$.id");
        assertThat(first).hasHeader(HttpHeaders.LOCATION, "/api/v1/orders/" + id);
        assertThat(again).hasStatus(200);
        assertThat(read(again, "$.fate")).isEqualTo("UNCHANGED");
        assertThat(read(again, "$.id")).isEqualTo(id);
        assertThat(changed)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.revision")
                .isEqualTo(2);
        assertThat(read(changed, "$.id")).isEqualTo(id);
    }

    @Test
    void tellsEveryProblemOfAnOrderWithItsPath() {
        MvcTestResult refused =
                post("/api/v1/orders", ORDER.replace("\"100.00\"", "NaN").replace("DKK", "KRO"));

        assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].path")
                .asArray()
                .containsExactlyInAnyOrder("/currency", "/lines/0/unitPrice");
    }

    @Test
    void showsAnOrderInTheFormatItWasPushedIn() {
        String id = read(post("/api/v1/orders", ORDER), "$.id");

        MvcTestResult shown = get("/api/v1/orders/" + id);

        assertThat(shown).hasStatus(200);
        assertThat(read(shown, "$.summary.shop")).isEqualTo("nordlys");
        assertThat(read(shown, "$.summary.state")).isEqualTo("OPEN");
        assertThat(read(shown, "$.order.lines[0].unitPrice")).isEqualTo("100");
        assertThat(read(shown, "$.order.deliveryAddress.city")).isEqualTo("Aarhus C");
        assertThat(read(get("/api/v1/orders?size=1"), "$.orders[0].id")).isEqualTo(id);
    }

    @Test
    void turnsPagesOfAList() {
        String first = read(post("/api/v1/orders", ORDER), "$.id");
        String second = read(post("/api/v1/orders", ORDER.replace("\"77\"", "\"78\"")), "$.id");

        MvcTestResult page = get("/api/v1/orders?size=1");

        assertThat(read(page, "$.orders[0].id")).isEqualTo(second);
        assertThat(read(page, "$.next")).isEqualTo(second);
        assertThat(read(get("/api/v1/orders?size=1&before=" + second), "$.orders[0].id"))
                .isEqualTo(first);
        assertThat(get("/api/v1/orders?size=1000")).hasStatus(422);
    }

    @Test
    void handlesAPartAndThenTheRest() {
        String id = read(post("/api/v1/orders", ORDER), "$.id");

        MvcTestResult part = post(
                "/api/v1/orders/" + id + "/fulfillments",
                "{\"lines\": {\"a\": 1}, \"at\": \"2026-11-21T09:00:00Z\", \"key\": \"D-1\"}");
        MvcTestResult again =
                post("/api/v1/orders/" + id + "/fulfillments", "{\"lines\": {\"a\": 1}, \"key\": \"D-1\"}");
        MvcTestResult rest = post("/api/v1/orders/" + id + "/fulfillments", "{}");
        MvcTestResult nothing = post("/api/v1/orders/" + id + "/fulfillments", "{}");

        assertThat(part).hasStatus(201);
        assertThat(read(part, "$.handledAt")).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(part).bodyJson().extractingPath("$.lines[*].line").asArray().containsExactly("a", "f");
        assertThat(again).hasStatus(200);
        assertThat(read(again, "$.id")).isEqualTo(read(part, "$.id"));
        assertThat(rest).hasStatus(201);
        assertThat(read(rest, "$.lines[0].quantity")).isEqualTo("2");
        assertThat(nothing).hasStatus(409);
    }

    @Test
    void booksWhatWasHandledAndCreditsWhatCameBack() {
        String order = read(post("/api/v1/orders", ORDER), "$.id");
        String delivery = read(post("/api/v1/orders/" + order + "/fulfillments", "{}"), "$.id");
        setup.drain();
        post("/api/v1/fulfillments/" + delivery + "/returns", "{\"lines\": {\"a\": \"1\"}, \"key\": \"R-1\"}");
        setup.drain();

        MvcTestResult shown = get("/api/v1/orders/" + order);

        assertThat(shown)
                .bodyJson()
                .extractingPath("$.bookings[*].type")
                .asArray()
                .containsExactlyInAnyOrder("INVOICE", "CREDIT_NOTE");
        assertThat(shown)
                .bodyJson()
                .extractingPath("$.bookings[*].gross.amount")
                .asArray()
                .containsExactlyInAnyOrder("339.00", "100.00");
        String booking = read(get("/api/v1/bookings?state=SETTLED"), "$.bookings[0].id");
        assertThat(read(get("/api/v1/bookings/" + booking), "$.state")).isEqualTo("SETTLED");
    }

    @Test
    void takesBackNoMoreThanWasDelivered() {
        String order = read(post("/api/v1/orders", ORDER), "$.id");
        String delivery = read(post("/api/v1/orders/" + order + "/fulfillments", "{\"lines\": {\"a\": 1}}"), "$.id");
        String returns = "/api/v1/fulfillments/" + delivery + "/returns";

        assertThat(post(returns, "{\"lines\": {\"a\": 2}}")).hasStatus(409);
        assertThat(post(returns, "{}")).hasStatus(422);
        assertThat(post(returns, "{\"lines\": {\"a\": 1, \"b\": 1E+99999999}}")).hasStatus(422);
        assertThat(read(post(returns, "{\"pieces\": {}}"), "$.errors[0].path")).isEqualTo("/pieces");
        assertThat(read(post(returns, "{\"lines\": {\"a\": \"x\"}}"), "$.errors[0].path"))
                .isEqualTo("/lines/a");
        assertThat(post(returns, "{\"lines\": {\"a\": 1}, \"key\": \"R\"}")).hasStatus(201);
        assertThat(post(returns, "{\"lines\": {\"a\": 1}, \"key\": \"R\"}")).hasStatus(200);
    }

    @Test
    void explainsWhatAnOrderWouldBecome() {
        MvcTestResult preview = post("/api/v1/preview", ORDER);

        assertThat(preview).hasStatus(200);
        assertThat(read(preview, "$.outcome")).isEqualTo("send");
        assertThat(read(preview, "$.lines[0].kind")).isEqualTo("ITEM");
        assertThat(read(preview, "$.lines[0].area")).isEqualTo("DOMESTIC");
        assertThat(read(preview, "$.lines[0].territory")).startsWith("DK");
        assertThat(read(preview, "$.lines[0].vatTreatment")).isEqualTo("DOMESTIC");
        assertThat(read(preview, "$.lines[0].template")).isEqualTo("ITEM/DOMESTIC");
        assertThat(read(preview, "$.lines[0].account")).isEqualTo("1110");
        assertThat(read(preview, "$.lines[0].ruleset")).isNotBlank();
        assertThat(read(preview, "$.lines[0].net")).isEqualTo("240.00");
        assertThat(read(preview, "$.lines[0].vat")).isEqualTo("60.00");
        assertThat(read(preview, "$.lines[0].gross")).isEqualTo("300.00");
        assertThat(read(preview, "$.totals.gross")).isEqualTo("339.00");
        assertThat(get("/api/v1/orders"))
                .bodyJson()
                .extractingPath("$.orders")
                .asArray()
                .isEmpty();
    }

    @Test
    void saysInBothLanguagesWhyAnOrderWouldBeHeld() {
        MvcTestResult preview =
                post("/api/v1/preview", ORDER.replace("\"gross\": \"339.00\"", "\"gross\": \"378.00\""));

        assertThat(read(preview, "$.outcome")).isEqualTo("hold");
        assertThat(read(preview, "$.reasons[0].code")).isEqualTo("TOTAL_DISAGREES");
        assertThat(read(preview, "$.reasons[0].da"))
                .contains("378.00", "339.00", "39.00")
                .contains("bogført");
        assertThat(read(preview, "$.reasons[0].en"))
                .contains("378.00", "339.00", "39.00")
                .contains("booked");
        assertThat(read(preview, "$.lines[0].description")).isEqualTo("Lampe");
        assertThat(read(preview, "$.lines[0].area")).isEqualTo("DOMESTIC");
    }

    @Test
    void skipsWhatIsWorthNothing() {
        String free = ORDER.replace("\"100.00\"", "0").replace("39,", "0,").replace("339.00", "0");

        assertThat(read(post("/api/v1/preview", free), "$.outcome")).isEqualTo("skip");
    }

    @Test
    void showsNothingOfAnotherCompany() {
        String order = read(post("/api/v1/orders", ORDER), "$.id");
        String delivery = read(post("/api/v1/orders/" + order + "/fulfillments", "{}"), "$.id");
        String booking = read(get("/api/v1/bookings"), "$.bookings[0].id");
        Setup other = Setup.of(context, billy, false);
        token = tokens.create(other.company, "Andre", Role.OWNER, "test").bearer();

        assertThat(get("/api/v1/orders/" + order)).hasStatus(404);
        assertThat(get("/api/v1/bookings/" + booking)).hasStatus(404);
        assertThat(post("/api/v1/orders/" + order + "/fulfillments", "{}")).hasStatus(404);
        assertThat(post("/api/v1/fulfillments/" + delivery + "/returns", "{\"lines\": {\"a\": 1}}"))
                .hasStatus(404);
        assertThat(get("/api/v1/orders"))
                .bodyJson()
                .extractingPath("$.orders")
                .asArray()
                .isEmpty();
        assertThat(get("/api/v1/bookings"))
                .bodyJson()
                .extractingPath("$.bookings")
                .asArray()
                .isEmpty();
    }

    @Test
    void letsNobodyWriteWithoutTheRightRole() {
        token = tokens.create(setup.company, "Læser", Role.READ_ONLY, "test").bearer();

        assertThat(post("/api/v1/orders", ORDER)).hasStatus(403);
        assertThat(get("/api/v1/orders")).hasStatus(200);
        token = "nonsense";
        assertThat(get("/api/v1/orders")).hasStatus(401);
    }

    @Test
    void answersOddRequestsWithAProblem() {
        assertThat(post("/api/v1/orders?shop=nobody", ORDER)).hasStatus(404);
        assertThat(post("/api/v1/orders?shop=nordlys", ORDER)).hasStatus(201);
        assertThat(get("/api/v1/orders/none")).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(get("/api/v1/bookings?state=GONE")).hasStatus(400);
        assertThat(get("/api/v1/nothing")).hasStatus(404);
        assertThat(post("/api/v1/orders", " ".repeat(1_100_000))).hasStatus(413);
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static String read(MvcTestResult result, String path) {
        try {
            String body = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
            return String.valueOf(JsonPath.<Object>read(body, path));
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
