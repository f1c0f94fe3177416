package dk.ordrebro.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever locks rows names one company by equality: a database whose rows are spread over machines by company locks rows on one of them, and
 * refuses a statement that would on several ("could not run distributed query with FOR UPDATE/SHARE commands", Citus). Reads the text of every
 * statement in the sources, and the queries around a lock as far as the lock reaches.
 */
class LocksTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern LOCK = Pattern.compile("\\bfor\\s+(no\\s+key\\s+)?(update|(key\\s+)?share)\\b");
    private static final Pattern ONE_COMPANY = Pattern.compile("\\bcompany_id\\s*=\\s*(\\?|:company\\b)");

    /** Tables that are about no company and so lie on one machine, by the file that locks in them. */
    private static final Map<String, String> ABOUT_NO_COMPANY = Map.of(
            "Outbox.java", "mail",
            "JdbcSecondFactor.java", "second_factor");

    @Test
    void everyStatementThatLocksNamesOneCompany() throws IOException {
        List<Locking> locking = locking();

        assertThat(locking).as("statements that lock").hasSizeGreaterThan(12);
        assertThat(locking)
                .filteredOn(one -> !ABOUT_NO_COMPANY.containsKey(one.file))
                .allSatisfy(one -> assertThat(one.statement)
                        .as(one.file)
                        .containsPattern(ONE_COMPANY)
                        .doesNotContainPattern("company_id\\s+(in|=\\s*any)\\b"));
    }

    @Test
    void seesAStatementThatLocksSeveralCompanies() {
        assertThat(statements("x.sql(\"\"\"\n select 1 from t where company_id = any (?) for update\n\"\"\")"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(ONE_COMPANY.matcher(statement).find()).isFalse());
    }

    private record Locking(String file, String statement) {}

    private static List<Locking> locking() throws IOException {
        List<Locking> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".java"))::iterator) {
                statements(read(file))
                        .forEach(
                                text -> found.add(new Locking(file.getFileName().toString(), text)));
            }
        }
        return found;
    }

    private static List<String> statements(String source) {
        List<String> found = new ArrayList<>();
        Matcher text = TEXT.matcher(source);
        while (text.find()) {
            String one = text.group(1) != null ? text.group(1) : text.group(2);
            if (LOCK.matcher(one).find() && isStatement(one)) {
                found.add(one);
            }
        }
        return found;
    }

    /** Sentences for people may say "for update" too. The end of a statement that is put together stands alone. */
    private static boolean isStatement(String text) {
        return text.contains("select") || text.strip().equals("for update");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
