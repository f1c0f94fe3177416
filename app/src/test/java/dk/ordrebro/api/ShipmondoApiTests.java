package dk.ordrebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
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

/** The API as a shop module made for Shipmondo sees it. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class ShipmondoApiTests {

    private static final String ORDER = """
            {"order_id": "10432", "ordered_at": "2026-05-04T09:12:33+02:00", "source_name": "Nordlys Te",
             "ship_to": {"name": "Ida Holm", "address1": "Bredgade 4", "zipcode": "8000", "city": "Aarhus C", "country_code": "DK", "email": "ida@example.com"},
             "bill_to": {"name": "Ida Holm", "address1": "Bredgade 4", "zipcode": "8000", "city": "Aarhus C", "country_code": "DK", "email": "ida@example.com"},
             "payment_details": {"currency_code": "DKK", "amount_excluding_vat": "349.60", "vat_amount": "87.40", "amount_including_vat": "437.00",
                                 "vat_percent": "0.25", "payment_method": "Kort"},
             "order_lines": [
               {"line_type": "item", "item_name": "Sencha 100 g", "item_sku": "TE-100", "quantity": 2, "unit_price_excluding_vat": "159.20", "vat_percent": "0.25", "currency_code": "DKK"},
               {"line_type": "shipping", "item_name": "GLS pakkeshop", "quantity": 1, "unit_price_excluding_vat": "31.20", "vat_percent": "0.25", "currency_code": "DKK"}]}""";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Orders orders;

    private Setup setup;
    private String user;
    private String key;

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
        user = setup.shop.shopKey();
        key = tokens.create(setup.company, "Shop", Role.WAREHOUSE, "test").bearer();
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri("/api/v1/shipmondo" + path)
                .header(HttpHeaders.AUTHORIZATION, basic())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/api/v1/shipmondo" + path)
                .header(HttpHeaders.AUTHORIZATION, basic())
                .exchange();
    }

    private static Object read(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(StandardCharsets.UTF_8), path);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<StoredOrder> kept() {
        return orders.find(new OrderKey(setup.company, setup.shop.id(), "Nordlys Te/10432"));
    }

    @Test
    void answersWithIdsAndDerivedAmountsAsShipmondoDoes() {
        MvcTestResult made = post("/sales_orders", ORDER);

        assertThat(made).hasStatus(200);
        assertThat(read(made, "$.id")).isInstanceOf(Integer.class);
        assertThat((String) read(made, "$.order_lines[0].amount_including_vat")).isEqualTo("398.00");
        assertThat((String) read(made, "$.fulfillment_status")).isEqualTo("unfulfilled");
        assertThat(kept()).isPresent();
    }

    @Test
    void keepsTheSameOrderOnce() {
        MvcTestResult first = post("/sales_orders", ORDER);
        MvcTestResult again = post("/sales_orders", ORDER);

        assertThat(read(again, "$.id")).isEqualTo(read(first, "$.id"));
        assertThat(read(again, "$.order_lines[1].id")).isEqualTo(read(first, "$.order_lines[1].id"));
        assertThat(kept().orElseThrow().revision()).isEqualTo(1);
        assertThat(orders.count(setup.company)).isEqualTo(1);
    }

    @Test
    void makesAnInvoiceOfAFulfillmentEqualToTheOre() {
        MvcTestResult made = post("/sales_orders", ORDER);
        int id = (int) read(made, "$.id");
        long line = ((Number) read(made, "$.order_lines[0].id")).longValue();

        MvcTestResult part = post(
                "/sales_orders/" + id + "/fulfillments",
                "{\"fulfillment_lines\": [{\"order_line_id\": " + line + ", \"shipped_quantity\": 1}]}");
        MvcTestResult rest = post("/sales_orders/" + id + "/fulfillments", "{}");
        setup.drain();

        assertThat(part).hasStatus(200);
        assertThat((String) read(part, "$.code")).isEqualTo("10432-1");
        long fulfillment = ((Number) read(rest, "$.id")).longValue();
        assertThat((String) read(get("/fulfillments/" + fulfillment), "$.code")).isEqualTo("10432-2");
        assertThat((String) read(get("/sales_orders/" + id), "$.fulfillment_status"))
                .isEqualTo("fulfilled");
        var bookings = context.getBean(Bookings.class)
                .ofOrder(setup.company, kept().orElseThrow().id());
        assertThat(bookings).extracting(Booking::state).containsOnly(BookingState.SETTLED);
        assertThat(bookings)
                .extracting(one -> String.valueOf(one.gross()))
                .containsExactlyInAnyOrder("DKK 238.00", "DKK 199.00");
        assertThat(post("/sales_orders/" + id + "/fulfillments", "{}")).hasStatus(422);
    }

    @Test
    void findsAnOrderByTheShopsOwnNumber() {
        int id = (int) read(post("/sales_orders", ORDER), "$.id");

        assertThat(read(get("/sales_orders?order_id=10432&source_name=Nordlys Te"), "$[0].id"))
                .isEqualTo(id);
        assertThat(get("/sales_orders?order_id=other")).hasHeader("X-Total-Count", "0");
        assertThat(get("/payment_gateways")).hasStatus(200).bodyText().isEqualTo("[]");
    }

    @Test
    void refusesInShipmondosWayWhatItCannotRead() {
        MvcTestResult refused = post("/sales_orders", ORDER.replace("\"shipping\"", "\"surprise\""));

        assertThat(refused).hasStatus(422);
        assertThat((String) read(refused, "$.error")).contains("line_type", "surprise");
        assertThat(post("/sales_orders", "nothing")).hasStatus(422);
        assertThat(orders.count(setup.company)).isZero();
    }

    @Test
    void turnsAwayAWrongKeyAndShowsNothingOfAnotherCompany() {
        int id = (int) read(post("/sales_orders", ORDER), "$.id");
        Setup other = Setup.of(context, billy, false);
        key = tokens.create(other.company, "Andre", Role.OWNER, "test").bearer();

        assertThat(get("/sales_orders/" + id)).hasStatus(404);
        assertThat(post("/sales_orders/" + id + "/fulfillments", "{}")).hasStatus(404);
        key = "nonsense";
        MvcTestResult refused = post("/sales_orders", ORDER);
        assertThat(refused).hasStatus(401).hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ordrebro\"");
        assertThat((String) read(refused, "$.error")).isNotBlank();
        assertThat(mvc.get()
                        .uri("/api/v1/orders")
                        .header(HttpHeaders.AUTHORIZATION, basic())
                        .exchange())
                .hasStatus(401);
    }

    @Test
    void letsNobodyPushWithoutTheRightRole() {
        key = tokens.create(setup.company, "Læser", Role.READ_ONLY, "test").bearer();

        assertThat(post("/sales_orders", ORDER)).hasStatus(403);
    }
}
