package dk.ordrebro.booking.drain;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.admin.Admin;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.question.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people do in Billy behind our back, from the handled order to the books: each trouble has its own hold that ends when it is mended, or
 * heals by itself, and there is one invoice in the end.
 */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
class BillyTroubleTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    private Setup approving() {
        return Setup.of(context, billy, true);
    }

    private static Fulfillment book(Setup setup, String id) {
        Fulfillment fulfillment = setup.handle(order().id(id).item("1", "125"));
        setup.drain();
        return fulfillment;
    }

    private void release(Setup setup, Fulfillment held) {
        int released = context.getBean(Bookings.class)
                .release(setup.company, List.of(setup.booking(held).id()), "test");
        assertThat(released).isEqualTo(1);
        setup.drain();
    }

    private static void assertHeld(Setup setup, Fulfillment fulfillment, String code) {
        Booking booking = setup.booking(fulfillment);
        assertThat(booking.state()).isEqualTo(BookingState.HELD);
        assertThat(booking.reasons()).extracting(Reason::code).contains(code);
    }

    private static void assertBookedOnce(Setup setup, Fulfillment fulfillment) {
        assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(fulfillment).approved()).isTrue();
        assertThat(billy.admin().counters(setup.keys.organizationId()).duplicates())
                .isZero();
    }

    /** Holds with this reason after the trouble, and books after the mending. */
    private void holdsUntilMended(String code, BiConsumer<Admin, String> trouble, BiConsumer<Admin, String> mending) {
        Setup setup = approving();
        book(setup, "1");
        trouble.accept(billy.admin(), setup.keys.organizationId());
        setup.system().refreshChart();

        Fulfillment held = book(setup, "2");
        assertHeld(setup, held, code);
        assertThat(billy.admin().counters(setup.keys.organizationId()).approvals())
                .isEqualTo(1);

        mending.accept(billy.admin(), setup.keys.organizationId());
        setup.system().refreshChart();
        release(setup, held);
        assertBookedOnce(setup, held);
    }

    @Test
    void holdsInALockedPeriodUntilItIsOpened() {
        holdsUntilMended(
                "PERIOD_LOCKED",
                (admin, id) -> admin.lockPeriod(id, LAST_DAY),
                (admin, id) -> admin.lockPeriod(id, null));
    }

    @Test
    void holdsWhereInvoicesAreNumberedByHandUntilBillyNumbersThem() {
        holdsUntilMended(
                "MANUAL_NUMBERING",
                (admin, id) -> admin.numberInvoices(id, "manual"),
                (admin, id) -> admin.numberInvoices(id, "sequential"));
    }

    @Test
    void holdsOnAnArchivedAccountUntilItIsBack() {
        holdsUntilMended(
                "ACCOUNT_GONE",
                (admin, id) -> admin.archiveAccount(id, 1110, true),
                (admin, id) -> admin.archiveAccount(id, 1110, false));
    }

    @Test
    void leavesTheDraftOfARulesetThatGivesAnotherRateUnapproved() {
        Setup setup = approving();
        book(setup, "1");
        String ruleset = api(setup, "GET", "organization", "")
                .at("/organization/defaultSalesTaxRulesetId")
                .asString();
        api(
                setup,
                "POST",
                "salesTaxRules",
                "{'salesTaxRule':{'rulesetId':'" + ruleset + "','countryId':'DK','priority':0}}");

        Fulfillment held = book(setup, "2");

        assertHeld(setup, held, "RATE_DIFFERS");
        assertThat(setup.booking(held).invoice()).isNotNull();
        assertThat(billy.admin().counters(setup.keys.organizationId()).approvals())
                .isEqualTo(1);
    }

    /** Takes the one record of a kind away, or changes it, and books all the same with another. */
    private void heals(String plural, BiConsumer<Setup, String> trouble) {
        Setup setup = approving();
        book(setup, "1");
        String id = api(setup, "GET", plural, "").at("/" + plural + "/0/id").asString();
        trouble.accept(setup, id);

        Fulfillment healed = book(setup, "2");

        assertBookedOnce(setup, healed);
        String invoice = requireNonNull(setup.booking(healed).invoice()).value();
        assertThat(api(setup, "GET", "invoices/" + invoice + "?include=invoice.lines:embed", "")
                        .toString())
                .doesNotContain(id);
    }

    private static void delete(Setup setup, String plural, String id) {
        billy.admin().deleteRecord(setup.keys.organizationId(), plural, id);
    }

    @Test
    void healsADeletedProduct() {
        heals("products", (setup, id) -> delete(setup, "products", id));
    }

    @Test
    void healsADeletedContact() {
        heals("contacts", (setup, id) -> delete(setup, "contacts", id));
    }

    @Test
    void healsAProductThatWasGivenAnotherRuleset() {
        heals("products", (setup, id) -> {
            String free = free(setup);
            api(setup, "PUT", "products/" + id, "{'product':{'salesTaxRulesetId':'" + free + "'}}");
        });
    }

    @Test
    void healsAContactThatWasMovedAbroad() {
        heals("contacts", (setup, id) -> api(setup, "PUT", "contacts/" + id, "{'contact':{'countryId':'NO'}}"));
    }

    private static String free(Setup setup) {
        return api(setup, "GET", "salesTaxRulesets", "")
                .path("salesTaxRulesets")
                .valueStream()
                .filter(row -> row.path("name").asString().equals("Momsfrit"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /** What a person does in Billy. */
    private static JsonNode api(Setup setup, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(billy.apiUri() + "/" + path))
                .header("X-Access-Token", setup.keys.accessToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
