package dk.ordrebro.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One company's rows lie together in every table, and the schema can be spread over machines by that column. */
class CatalogueTests {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    /** Tables that are about no company, with the reason. */
    private static final Set<String> ABOUT_NO_COMPANY = Set.of(
            "scheduled_tasks", // db-scheduler's own
            "spring_session", // Spring Session's own; a session exists before anybody is known
            "spring_session_attributes",
            "app_user", // a person may belong to several companies
            "mail", // a letter about a new password is about no company
            "password_reset", // about a person, as the next four
            "sign_up",
            "second_factor",
            "recovery_code",
            "user_credentials", // in Spring Security's shape
            "intake_tasks", // db-scheduler's own
            "webhook_tasks", // db-scheduler's own
            "first_user_code", // before there is a company
            "sign_in_failure"); // before anybody is known

    @Test
    void everyPrimaryKeyStartsWithTheCompany() {
        List<String> offenders = DATABASE.jdbc()
                .sql("""
                        select t.relname
                          from pg_class t
                          join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
                         where t.relkind in ('r', 'p')
                           and not t.relispartition
                           and t.relname not like 'flyway_schema_history%'
                           and not exists (
                               select from pg_index i
                                 join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                                where i.indrelid = t.oid and i.indisprimary and a.attname = 'company_id')
                         order by t.relname
                        """)
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(offenders)
                .filteredOn(table -> !ABOUT_NO_COMPANY.contains(table))
                .isEmpty();
    }

    @Test
    void keepsTimesAsPointsInTime() {
        List<String> local = DATABASE.jdbc()
                .sql("""
                        select table_name || '.' || column_name
                          from information_schema.columns
                         where table_schema = 'public'
                           and data_type = 'timestamp without time zone'
                           and table_name not like 'flyway_schema_history%'
                        """)
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(local).isEmpty();
    }
}
