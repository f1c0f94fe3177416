package dk.ordrebro.command;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Restored;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.ConnectionLimits;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.database.backup.Backup;
import dk.ordrebro.database.backup.BackupUnusable;
import dk.ordrebro.database.backup.Restore;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine;

/** A backup made while orders are being booked is the books at one moment, and comes back whole or not at all. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
@SuppressWarnings("NullAway.Init") // JUnit sets it
class BackupTests {

    private static final char[] PASSPHRASE = "en lang sætning".toCharArray();
    private static final String KEY = "a2V5IG9mIHRoaXMgdGVzdCBhbG9uZSwgbm90aGluZyEh";
    private static final int ORDERS = 150;

    private static BillySimulator billy;

    @TempDir
    private Path folder;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @Test
    void isTheBooksAtOneMomentWhileOrdersAreBooked() throws Exception {
        Setup setup = Setup.of(context, billy, true);
        List<Handling.Whole> wholes = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            wholes.add(new Handling.Whole(setup.keep(order().id("a" + i).item("1", "125")), Given.HANDLED, null));
        }
        Path meanwhile = folder.resolve("meanwhile.backup");
        Path afterwards = folder.resolve("afterwards.backup");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> booking = threads.submit(() -> {
                for (Handling.Whole whole : wholes) {
                    context.getBean(Handling.class).handleAll(setup.company, List.of(whole));
                    setup.drain();
                }
            });
            while (settled(jdbc) < 5) {
                Thread.onSpinWait();
            }
            make(meanwhile);
            assertThat(booking.isDone()).as("still booking").isFalse();
            booking.get();
        }
        make(afterwards);

        try (EmbeddedPostgres restored = restore(meanwhile, "one")) {
            JdbcClient there = jdbc(restored);
            assertThat(settled(there)).isBetween(5, ORDERS - 1);
            assertThat(one(there, """
                    select count(*) from booking b where state = 'SETTLED' and not exists (
                        select from booking_attempt a where a.company_id = b.company_id and a.booking_id = b.booking_id)
                    """)).isZero();
            assertThat(one(there, "select count(*) from fulfillment"))
                    .isEqualTo(one(there, "select count(*) from booking"));
            assertThat(one(there, "select coalesce(sum(h.number), 0) from activity_head h"))
                    .isEqualTo(one(there, "select count(*) from activity"));
        }
        try (EmbeddedPostgres restored = restore(afterwards, "two")) {
            assertThat(contents(restored.address())).isEqualTo(contents(address()));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(afterwards)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(afterwards, StandardCharsets.ISO_8859_1)).doesNotContain("Nordlys");
    }

    /** The document is there, and the database of the backup knows nothing of it. */
    @Test
    void findsWhatWasBookedAfterTheBackupInsteadOfBookingItAgain() throws Exception {
        Setup setup = Setup.of(context, billy, true);
        Fulfillment fulfillment = setup.handle(order().id("later").item("1", "125"));
        Fulfillment other = setup.handle(order().id("never").item("1", "250"));
        jdbc.sql("update booking set due_at = due_at + interval '1 day' where fulfillment_id = ?")
                .param(other.id().value())
                .update();
        setup.drain();
        assertThat(created(setup)).isEqualTo(1);

        // as a backup made before the drain has it
        jdbc.sql("delete from booking_attempt where company_id = ?")
                .param(setup.company.value())
                .update();
        jdbc.sql("""
                        update booking set state = 'WAITING', due_at = created_at, invoice_id = null, invoice_number = null, standing = null,
                               claim = null, claimed_at = null, sent_at = null, attempts = 0, draft = null, draft_hash = null
                        where company_id = ?
                        """).param(setup.company.value()).update();
        try (var connection = dataSource.getConnection()) {
            Restored.lookForAllFirst(connection, Instant.now().minus(Duration.ofMinutes(5)));
        }
        setup.drain();
        setup.drain();

        assertThat(setup.booking(fulfillment).state()).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(other).state()).isEqualTo(BookingState.SETTLED);
        assertThat(created(setup)).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongAndChangesNothing() throws Exception {
        Path file = folder.resolve("a.backup");
        make(file);
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(whole, whole.length - 100));
        byte[] other = whole.clone();
        other[other.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.backup"), other);
        Path none = Files.writeString(folder.resolve("none.backup"), "hello");

        assertThatThrownBy(() -> new Restore(file, "en anden sætning".toCharArray()).look())
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("The passphrase is not the one");
        assertThatThrownBy(() -> new Restore(cut, PASSPHRASE).look())
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("is cut off");
        assertThatThrownBy(() -> new Restore(changed, PASSPHRASE).look())
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("is damaged");
        assertThatThrownBy(() -> new Restore(none, PASSPHRASE).look())
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("is no backup of Ordrebro");
        assertThatThrownBy(() -> new Restore(folder.resolve("nowhere"), PASSPHRASE).look())
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> make(file))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(
                        () -> new Restore(file, PASSPHRASE).into(address(), ConnectionLimits.USUAL, connection -> {}))
                .isInstanceOf(BackupUnusable.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void restoresByTheCommandIntoAnEmptyFolderOnly() throws Exception {
        Path file = folder.resolve("a.backup");
        make(file);
        Path passphrase = Files.writeString(folder.resolve("passphrase"), new String(PASSPHRASE));
        Path data = folder.resolve("restored");
        String[] restore = {
            "restore", file.toString(), "--passphrase-file", passphrase.toString(), "--data", data.toString()
        };

        assertThat(run(restore)).isEqualTo("0 ");
        assertThat(data.resolve("ordrebro.key")).content().isEqualToIgnoringNewLines(KEY);
        assertThat(run(restore)).startsWith("3 ").contains("is not empty");
        try (EmbeddedPostgres restored = EmbeddedPostgres.start(data)) {
            assertThat(one(jdbc(restored), "select count(*) from company"))
                    .isEqualTo(one(jdbc, "select count(*) from company"));
            Path again = folder.resolve("again.backup");
            assertThat(run(
                            "backup",
                            again.toString(),
                            "--passphrase-file",
                            passphrase.toString(),
                            "--data",
                            data.toString()))
                    .isEqualTo("0 ");
            assertThat(new Restore(again, PASSPHRASE).look().key()).contains(KEY);
        }
        Files.writeString(passphrase, "kort");
        assertThat(run(
                        "backup",
                        folder.resolve("b").toString(),
                        "--passphrase-file",
                        passphrase.toString(),
                        "--data",
                        data.toString()))
                .startsWith("3 ")
                .contains("too short");
    }

    /** Exit code, and what was said of errors. */
    private static String run(String... arguments) {
        var errors = new StringWriter();
        CommandLine line = Ordrebro.commandLine()
                .setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(new StringWriter()));
        return line.execute(arguments) + " " + errors;
    }

    private void make(Path file) {
        Backup.make(file, PASSPHRASE, address(), ConnectionLimits.USUAL, Optional.of(KEY));
    }

    private DatabaseAddress address() {
        var pool = (HikariDataSource) dataSource;
        return new DatabaseAddress(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    private EmbeddedPostgres restore(Path file, String name) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve(name));
        new Restore(file, PASSPHRASE).into(postgres.address(), ConnectionLimits.USUAL, connection -> {});
        return postgres;
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        DatabaseAddress address = postgres.address();
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    private long created(Setup setup) {
        return billy.admin().counters(setup.keys.organizationId()).invoicesCreated();
    }

    private static int settled(JdbcClient jdbc) {
        return (int) one(jdbc, "select count(*) from booking where state = 'SETTLED'");
    }

    private static long one(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    /** Every table with its number of rows and a sum over all of their content, whatever their order. */
    private static Map<String, String> contents(DatabaseAddress address) {
        var connection = new SingleConnectionDataSource(address.url(), address.user(), address.password(), true);
        try {
            JdbcClient jdbc = JdbcClient.create(connection);
            jdbc.sql("set time zone 'UTC'").update();
            Map<String, String> contents = new TreeMap<>();
            List<String> tables =
                    jdbc.sql("""
                            select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'
                            """).query((row, index) -> row.getString(1)).list();
            for (String table : tables) {
                contents.put(
                        table,
                        jdbc.sql("select concat_ws(' ', count(*), sum(hashtextextended(t::text, 0)::numeric)) from \""
                                        + table + "\" t")
                                .query((row, index) -> row.getString(1))
                                .single());
            }
            return contents;
        } finally {
            connection.destroy();
        }
    }
}
