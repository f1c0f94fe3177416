package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.billysimulator.admin.LogEntry;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import dk.ordrebro.billysimulator.store.Deviation;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTests {

    private final Shop shop = Shop.open();
    private final BillyClient billy = shop.billy;

    @AfterEach
    void close() {
        shop.close();
    }

    private void order(String route, Effect effect) {
        shop.simulator.admin().faults().order(FaultRule.on(route, effect));
    }

    private int invoices() {
        shop.simulator.admin().faults().clear();
        return billy.get("/invoices").json().at("/meta/paging/total").intValue();
    }

    private LogEntry lastLogged() {
        return shop.simulator.admin().log().entries().getLast();
    }

    @Test
    void losesTheAnswerButKeepsTheWork() {
        order("POST /invoices", new Effect.LoseAnswer());

        assertThatThrownBy(() -> shop.draft("'unitPrice':80")).isInstanceOf(UncheckedIOException.class);

        assertThat(lastLogged().fault()).isEqualTo("loseAnswer");
        assertThat(invoices()).isEqualTo(1);
        var counts = shop.simulator.admin().counters(shop.keys.organizationId());
        assertThat(counts.calls("POST /invoices lost")).isEqualTo(1);
        assertThat(counts.invoicesCreated()).isEqualTo(1);
    }

    @Test
    void resetsBeforeTheWork() {
        order("POST /invoices", new Effect.ResetBefore());

        assertThatThrownBy(() -> shop.draft("'unitPrice':80")).isInstanceOf(UncheckedIOException.class);

        assertThat(invoices()).isZero();
    }

    @Test
    void breaksOffInTheMiddleOfTheBody() {
        order("POST /invoices", new Effect.HalfBody());

        assertThatThrownBy(() -> shop.draft("'unitPrice':80")).isInstanceOf(UncheckedIOException.class);

        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void dripsTheAnswer() {
        order("GET /organization", new Effect.Drip(0));

        assertThat(billy.get("/organization").text("/organization/name")).isEqualTo("Testbutik");
    }

    @Test
    void answersErrorsWithoutDoingTheWork() {
        order("POST /invoices", new Effect.Status(503, "INTERNAL_ERROR", 7));
        var unavailable = billy.raw("POST", "/invoices", "{\"invoice\":{}}".getBytes(StandardCharsets.UTF_8));
        shop.simulator.admin().faults().clear();
        order("GET /invoices", new Effect.Html(502));
        var html = billy.raw("GET", "/invoices", null);

        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).contains("7");
        assertThat(html.statusCode()).isEqualTo(502);
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(invoices()).isZero();
    }

    @Test
    void limitsTheRateWithARealBucket() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
        try (BillySimulator timed =
                BillySimulator.start(SimulatorOptions.ephemeral().withClock(now::get))) {
            BillyClient client = BillyClient.of(timed, timed.admin().createCompany(NewCompany.named("A")));
            BillyClient other = BillyClient.of(timed, timed.admin().createCompany(NewCompany.named("B")));
            timed.admin().faults().order(FaultRule.on("*", new Effect.RateLimit(3, 2)));

            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                statuses.add(client.get("/organization").status());
            }
            var refused = client.raw("GET", "/organization", null);
            now.set(now.get().plusSeconds(1));
            for (int i = 0; i < 3; i++) {
                statuses.add(client.get("/organization").status());
            }

            assertThat(statuses).containsExactly(200, 200, 200, 429, 200, 200, 429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(other.get("/organization").status()).isEqualTo(200);
        }
    }

    @Test
    void meetsOnlyTheCallsItIsMeantFor() {
        Shop neighbour = Shop.in(shop.simulator);
        shop.simulator
                .admin()
                .faults()
                .order(FaultRule.on("GET /invo*", new Effect.Status(500, "INTERNAL_ERROR", null))
                        .withOrganization(shop.keys.organizationId())
                        .withAfter(1)
                        .withTimes(2));

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(billy.get("/invoices").status());
        }

        assertThat(statuses).containsExactly(200, 500, 500, 200);
        assertThat(billy.get("/organization").status()).isEqualTo(200);
        assertThat(neighbour.billy.get("/invoices").status()).isEqualTo(200);
        assertThat(shop.simulator.admin().faults().ordered().getFirst().hits()).isEqualTo(2);
    }

    @Test
    void repeatsItsChancesFromASeed() {
        assertThat(fates(7)).isEqualTo(fates(7)).contains(200).contains(500);
        assertThat(fates(7)).isNotEqualTo(fates(8));
    }

    private static List<Integer> fates(long seed) {
        try (BillySimulator seeded =
                BillySimulator.start(SimulatorOptions.ephemeral().withSeed(seed))) {
            BillyClient client = BillyClient.of(seeded, seeded.admin().createCompany(NewCompany.named("A")));
            seeded.admin()
                    .faults()
                    .order(FaultRule.on("*", new Effect.Status(500, "INTERNAL_ERROR", null))
                            .withProbability(0.5));
            List<Integer> fates = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                fates.add(client.get("/organization").status());
            }
            return fates;
        }
    }

    @Test
    void getsTotalsAndRatesWrongOnOrder() {
        order("POST /invoices", new Effect.Deviate(Deviation.TOTALS_OFF));
        var off = billy.post("/invoices", shop.invoice("", "'unitPrice':80"));
        shop.simulator.admin().faults().clear();
        order("POST /invoices", new Effect.Deviate(Deviation.OTHER_RATE));
        var other = billy.post("/invoices", shop.invoice("", "'unitPrice':80"));

        assertThat(off.json().at("/invoices/0/grossAmount").toString()).isEqualTo("100.01");
        assertThat(other.json().at("/invoices/0/tax").toString()).isEqualTo("0");
    }

    @Test
    void stopsFiltering() {
        shop.draft("'unitPrice':80");
        order("GET /invoices", new Effect.Deviate(Deviation.IGNORE_FILTERS));

        assertThat(billy.get("/invoices?externalId=nobody").json().get("invoices"))
                .hasSize(1);
    }

    @Test
    void locksAMonthInMidRun() {
        String id = shop.draft("'unitPrice':80");
        order("PUT /invoices/{id}", new Effect.LockPeriod(LocalDate.parse("2026-11-30")));

        assertThat(shop.approve(id).status()).isEqualTo(422);
    }

    @Test
    void waitsBeforeAndAfterTheWork() {
        order("GET /organization", new Effect.Latency(new Effect.Delay.Fixed(30), false));
        order("GET /organization", new Effect.Latency(new Effect.Delay.Uniform(10, 20), true));

        assertThat(billy.get("/organization").status()).isEqualTo(200);

        assertThat(lastLogged().micros()).isGreaterThanOrEqualTo(40_000);
        assertThat(lastLogged().fault()).isEqualTo("latency+answerLate");
    }

    @Test
    void countsDuplicatesByReference() {
        for (int i = 0; i < 3; i++) {
            billy.create("invoices", shop.invoice(",'externalId':'shop:1'", "'unitPrice':80"));
        }

        assertThat(shop.simulator.admin().counters(shop.keys.organizationId()).duplicates())
                .isEqualTo(2);
    }
}
