package dk.ordrebro.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.activity.Activities.Verification.Broken;
import dk.ordrebro.activity.Activities.Verification.Intact;
import dk.ordrebro.database.SharedDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ActivitiesTests {

    private final JdbcClient jdbc = SharedDatabase.jdbc();
    private final PlatformTransactionManager transactions =
            new DataSourceTransactionManager(SharedDatabase.dataSource());
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final Chronicle chronicle =
            new Chronicle(new JdbcChain(jdbc, new SettableClock(GivenAccess.NOON)), transactions);
    private final Activities activities = new JdbcActivities(jdbc);
    private final CompanyId company = GivenAccess.company();

    @Test
    void tellsWhatWasDoneNewestFirst() {
        chronicle.record(List.of(entry("1001", "handled"), entry("1002", "handled")));
        chronicle.record(List.of(entry("1001", "undone")));

        assertThat(activities.page(company, OptionalLong.empty(), 2))
                .extracting(Activity::number, Activity::subjectId, Activity::verb)
                .containsExactly(tuple(3L, "1001", "undone"), tuple(2L, "1002", "handled"));
        assertThat(activities.page(company, OptionalLong.of(2), 2))
                .containsExactly(new Activity(
                        company, 1, GivenAccess.NOON, "bo", "order", "1001", "handled", List.of("æøå", "\"quoted\"")));
        assertThat(activities.about(company, "order", "1001", 10))
                .extracting(Activity::number)
                .containsExactly(3L, 1L);
    }

    @Test
    void keepsTheCompaniesApart() {
        var stranger = GivenAccess.company();

        chronicle.record(List.of(entry("1001", "handled")));

        assertThat(activities.page(stranger, OptionalLong.empty(), 10)).isEmpty();
        assertThat(activities.about(stranger, "order", "1001", 10)).isEmpty();
        assertThat(activities.verify(stranger)).isEqualTo(new Intact(0));
    }

    @Test
    void writesOnceForEachTransactionAndCompanyWhateverTheNumberOfEvents() {
        transaction.executeWithoutResult(status -> {
            chronicle.record(List.of(entry("1001", "handled")));
            chronicle.record(List.of(entry("1002", "handled")));
            assertThat(activities.page(company, OptionalLong.empty(), 10)).isEmpty();
        });

        assertThat(activities.page(company, OptionalLong.empty(), 10)).hasSize(2);
        assertThat(activities.verify(company)).isEqualTo(new Intact(2));
    }

    @Test
    void tellsNothingOfWhatWasTakenBack() {
        transaction.executeWithoutResult(status -> {
            chronicle.record(List.of(entry("1001", "handled")));
            status.setRollbackOnly();
        });

        assertThat(activities.page(company, OptionalLong.empty(), 10)).isEmpty();
    }

    @Test
    void letsManyWriteToTheSameCompaniesAtOnceWithoutAGapOrADeadlock() throws Exception {
        List<CompanyId> companies = List.of(company, GivenAccess.company(), GivenAccess.company());
        var writers = new ArrayList<Future<?>>();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 12; writer++) {
                var order = new ArrayList<>(companies);
                Collections.rotate(order, writer);
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        transaction.executeWithoutResult(status ->
                                order.forEach(each -> chronicle.record(List.of(entry(each, "1"), entry(each, "2")))));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(companies)
                .allSatisfy(each -> assertThat(activities.verify(each)).isEqualTo(new Intact(480)));
    }

    @Test
    void refusesToChangeAnythingEvenForTheDatabasesMaster() {
        chronicle.record(List.of(entry("1001", "handled")));

        refuses("update activity set who = 'en anden'");
        refuses("delete from activity");
        refuses("truncate activity");
        assertThat(activities.verify(company)).isEqualTo(new Intact(1));
    }

    @Test
    void givesTheTablesOwnerNoRightToChangeIt() {
        List<String> rights =
                jdbc.sql("""
                        select privilege_type from pg_class, aclexplode(relacl)
                        where oid = 'activity'::regclass and grantee = relowner
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(rights).contains("INSERT", "SELECT").doesNotContain("UPDATE", "DELETE", "TRUNCATE");
    }

    private void refuses(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(append-only|permission denied).*");
    }

    @Test
    void noticesAChangedEntry() {
        recordThree();

        tamper("update activity set who = 'en anden' where company_id = ? and number = 2");

        assertThat(activities.verify(company)).isEqualTo(new Broken(2));
    }

    @Test
    void noticesATextMovedFromOneFieldToTheNext() {
        recordThree();

        tamper(
                "update activity set subject = 'orde', subject_id = 'r' || subject_id where company_id = ? and number = 3");

        assertThat(activities.verify(company)).isEqualTo(new Broken(3));
    }

    @Test
    void noticesAnEntryTakenOut() {
        recordThree();

        tamper("delete from activity where company_id = ? and number = 2");

        assertThat(activities.verify(company)).isEqualTo(new Broken(2));
    }

    @Test
    void noticesEntriesCutOffAtTheEnd() {
        recordThree();

        tamper("delete from activity where company_id = ? and number = 3");

        assertThat(activities.verify(company)).isEqualTo(new Broken(3));
    }

    private void recordThree() {
        chronicle.record(IntStream.rangeClosed(1, 3)
                .mapToObj(i -> entry("100" + i, "handled"))
                .toList());
    }

    /** As somebody with all power over the database could. */
    private void tamper(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table activity disable trigger user").update();
            jdbc.sql("grant update, delete on activity to current_user").update();
            assertThat(jdbc.sql(sql).param(company.value()).update()).isEqualTo(1);
            jdbc.sql("revoke update, delete on activity from current_user").update();
            jdbc.sql("alter table activity enable trigger user").update();
        });
    }

    private Entry entry(String order, String verb) {
        return Entry.of(company, "bo", "order", order, verb, List.of("æøå", "\"quoted\""));
    }

    private static Entry entry(CompanyId company, String order) {
        return Entry.of(company, "bo", "order", order, "handled", List.of());
    }
}
