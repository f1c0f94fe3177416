package dk.ordrebro.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.database.DatabaseAddress;
import dk.ordrebro.database.EmbeddedPostgres;
import dk.ordrebro.database.FreshDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the program says when it cannot start, or is asked for something that makes no sense: one sentence, no stack trace. */
class BadStartTests {

    private static final int WRONG_COMMAND_LINE = 2;
    private static final int CANNOT_START = 3;

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    @TempDir
    Path folder;

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refuses(
                    Program.start(folder, "start", "--port", Integer.toString(taken.getLocalPort())),
                    "Port " + taken.getLocalPort() + " is taken by another program");
            refuses(
                    Program.start(
                            folder, "demo", "--port", "0", "--billy-port", Integer.toString(taken.getLocalPort())),
                    "Port " + taken.getLocalPort() + " is taken by another program");
        }
    }

    /** Nobody can write there, not even the administrator. */
    @Test
    void namesTheDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (String unwritable : List.of(file.toString(), "/proc/ordrebro")) {
            refuses(
                    Program.start(folder, "start", "--port", "0", "--data", unwritable),
                    "The data folder " + unwritable + " cannot be written");
        }
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() throws Exception {
        refuses(
                start(Map.of("ORDREBRO_DB_URL", "jdbc:postgresql://127.0.0.1:1/none")),
                "The database does not answer at jdbc:postgresql://127.0.0.1:1/none");
    }

    @Test
    void saysThatTheDatabaseDoesNotTakeThePassword() throws Exception {
        refuses(
                start(Map.of("ORDREBRO_DB_URL", url(), "ORDREBRO_DB_USER", "nobody-we-know")),
                "The database refuses the user \"nobody-we-know\" or its password");
    }

    @Test
    void leavesADatabaseAloneThatANewerVersionHasChanged() throws Exception {
        Program first = Program.start(folder, "start", "--port", "0");
        first.awaitWords("Ordrebro runs at");
        comeFromTomorrow(EmbeddedPostgres.running(folder.resolve("data")).orElseThrow());
        assertThat(first.terminate().errors()).isEmpty();

        refuses(Program.start(folder, "start", "--port", "0"), "was used by a newer version of Ordrebro");
    }

    private static void comeFromTomorrow(DatabaseAddress database) {
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        JdbcClient.create(source).sql("""
                        insert into flyway_schema_history_order
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (900, '900', 'from tomorrow', 'SQL', 'V900__from_tomorrow.sql', 'test', 1, true)
                        """).update();
    }

    @Test
    void saysThatTheKeyIsNone() throws Exception {
        refuses(
                Program.start(
                        folder,
                        Map.of(
                                "ORDREBRO_KEY",
                                "short",
                                "ORDREBRO_DATA",
                                folder.resolve("data").toString()),
                        List.of("start", "--port", "0")),
                "ORDREBRO_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "demo --bogus", "start --port many", "preview"})
    void showsHowItIsUsedWhenTheCommandLineIsWrong(String line) throws Exception {
        Program.Ended ended = Program.start(folder, line.split(" ")).await();
        assertThat(ended.exitCode()).isEqualTo(WRONG_COMMAND_LINE);
        assertThat(ended.errors()).contains("Usage: ordrebro").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "demo --help", "start --help", "preview --help", "--version"})
    void helps(String line) throws Exception {
        Program.Ended ended = Program.start(folder, line.split(" ")).await();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isNotBlank();
        assertThat(ended.errors()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThereOrLacksColumns() throws Exception {
        refuses(demo(folder.resolve("none.csv")), "none.csv cannot be read");
        refuses(demo(file("columns.csv", "InvoiceNo;Antal\n1;2\n")), "lacks the column: StockCode");
    }

    private Program start(Map<String, String> database) {
        return Program.start(
                folder,
                with(database, "ORDREBRO_DATA", folder.resolve("data").toString()),
                List.of("start", "--port", "0"));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var more = new java.util.HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private Program demo(Path orders) {
        return Program.start(
                folder, "demo", "--exit", "--port", "0", "--billy-port", "0", "--orders", orders.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String url() {
        return ((HikariDataSource) DATABASE.dataSource()).getJdbcUrl();
    }

    private static void refuses(Program program, String words) throws InterruptedException {
        Program.Ended ended = program.await();
        assertThat(ended.errors()).contains(words).doesNotContain("\tat ");
        assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(CANNOT_START);
    }
}
