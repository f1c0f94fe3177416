package dk.ordrebro.command;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.DatabaseUnusable;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OutsidePostgres;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Handling;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application behind PgBouncer in transaction mode, from an empty database to booked orders. */
@EnabledIf(
        value = "dk.ordrebro.command.PgBouncer#isThere",
        disabledReason = "PgBouncer is not there (Debian: apt install pgbouncer); ./ordrebro test installs it")
@SpringBootTest
@DirtiesContext
@SuppressWarnings("NullAway.Init") // set before the application starts
class PgBouncerTests {

    private static final int ORDERS = 150;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static PgBouncer bouncer;
    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("data"));
        bouncer = PgBouncer.inFrontOf(postgres.address(), folder.resolve("bouncer"));
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
        DatabaseAddress found = OutsidePostgres.check(bouncer.address(), ConnectionLimits.USUAL);
        new Plan(
                        folder.resolve("place"),
                        Optional.of(bouncer.address()),
                        ConnectionLimits.USUAL,
                        Optional.empty(),
                        "127.0.0.1",
                        0,
                        false,
                        Map.of())
                .properties(found)
                .forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void end() {
        bouncer.close();
        postgres.close();
        billy.close();
    }

    @Test
    void booksEveryOrderOnce() throws InterruptedException {
        Setup setup = Setup.of(context, billy, true);
        List<Handling.Whole> wholes = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            wholes.add(new Handling.Whole(setup.keep(order().id("a" + i).item("1", "125")), Given.HANDLED, null));
        }
        context.getBean(Handling.class).handleAll(setup.company, wholes);

        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (settled(setup) < ORDERS && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(settled(setup)).isEqualTo(ORDERS);
        assertThat(billy.admin().counters(setup.keys.organizationId()).invoicesCreated())
                .isEqualTo(ORDERS);
    }

    private int settled(Setup setup) {
        return jdbc.sql("select count(*) from booking where company_id = ? and state = 'SETTLED'")
                .param(setup.company.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void saysWhatPgBouncerDoesNotLetThrough() {
        DatabaseAddress elsewhere = bouncer.address().by(bouncer.address().url() + "?currentSchema=public");

        assertThatThrownBy(() -> OutsidePostgres.check(elsewhere, ConnectionLimits.USUAL))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("ignore_startup_parameters = search_path");
    }

    @Test
    void tellsAPoolerFromAServer() {
        assertThat(OutsidePostgres.check(bouncer.address(), ConnectionLimits.USUAL)
                        .pooled())
                .isTrue();
        assertThat(OutsidePostgres.check(postgres.address(), ConnectionLimits.USUAL)
                        .pooled())
                .isFalse();
    }

    /** Found out before the first table is made. */
    @Test
    void makesNothingWhereItMayNotMakeTables() {
        DatabaseAddress address = postgres.address();
        DatabaseAddress nowhere = address.by(address.url() + "?currentSchema=not_there");

        assertThatThrownBy(() -> OutsidePostgres.check(nowhere, ConnectionLimits.USUAL))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("may not make tables in this database");
    }
}
