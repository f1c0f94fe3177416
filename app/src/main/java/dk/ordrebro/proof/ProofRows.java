package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables of the proof. */
class ProofRows {

    private static final JsonMapper JSON = MoneyJson.mapper().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    ProofRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a report in the place of what was known of its days. */
    void replace(CompanyId company, AccountingIntegrationId accounting, ProofReport report) {
        for (String table : List.of("proof_day", "proof_finding")) {
            jdbc.update(
                    "delete from " + table
                            + " where company_id = ? and accounting_integration_id = ? and day between ? and ?",
                    company.value(),
                    accounting.value(),
                    report.from(),
                    report.through());
        }
        insertDays(company, accounting, report);
        insertFindings(company, accounting, report.findings());
    }

    private void insertDays(CompanyId company, AccountingIntegrationId accounting, ProofReport report) {
        List<Object[]> days = report.days().stream()
                .map(day -> new Object[] {
                    company.value(),
                    accounting.value(),
                    day.day(),
                    day.shop().value(),
                    day.handled(),
                    day.settled(),
                    day.waiting(),
                    day.held(),
                    day.skipped(),
                    day.invoices(),
                    day.missing(),
                    day.extra(),
                    JSON.writeValueAsString(day.invoiced()),
                    JSON.writeValueAsString(day.difference()),
                    report.checkedAt().atOffset(ZoneOffset.UTC)
                })
                .toList();
        jdbc.batchUpdate("""
                insert into proof_day (company_id, accounting_integration_id, day, order_integration_id, handled, settled, waiting, held,
                                       skipped, invoices, missing, extra, invoiced, difference, checked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (company_id, accounting_integration_id, day, order_integration_id) do nothing
                """, days);
    }

    private void insertFindings(CompanyId company, AccountingIntegrationId accounting, List<Finding> findings) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            rows.add(new Object[] {
                company.value(),
                accounting.value(),
                finding.day(),
                i,
                finding.shop().value(),
                finding.kind().name(),
                finding.reference(),
                JSON.writeValueAsString(finding.facts())
            });
        }
        jdbc.batchUpdate("""
                insert into proof_finding (company_id, accounting_integration_id, day, number, order_integration_id, kind, reference, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows);
    }

    List<ProofDay> days(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return jdbc.query("""
                select * from proof_day where company_id = ? and accounting_integration_id = ? and day between ? and ?
                order by day desc, order_integration_id
                """, ProofRows::day, company.value(), accounting.value(), from, through);
    }

    private static ProofDay day(ResultSet row, int index) throws SQLException {
        return new ProofDay(
                row.getObject("day", LocalDate.class),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getInt("handled"),
                row.getInt("settled"),
                row.getInt("waiting"),
                row.getInt("held"),
                row.getInt("skipped"),
                row.getInt("invoices"),
                row.getInt("missing"),
                row.getInt("extra"),
                JSON.readValue(row.getString("invoiced"), Amounts.class),
                JSON.readValue(row.getString("difference"), Amounts.class));
    }

    List<Finding> findings(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return jdbc.query(
                """
                select * from proof_finding where company_id = ? and accounting_integration_id = ? and day between ? and ?
                order by day desc, number
                """,
                (row, index) -> new Finding(
                        row.getObject("day", LocalDate.class),
                        new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                        Finding.Kind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        JSON.readValue(row.getString("facts"), TEXTS)),
                company.value(),
                accounting.value(),
                from,
                through);
    }

    /** The latest days before another with which something is wrong, latest first. */
    List<LocalDate> wrongBefore(CompanyId company, AccountingIntegrationId accounting, LocalDate before, int atMost) {
        return jdbc.query(
                """
                select distinct day from proof_finding
                where company_id = ? and accounting_integration_id = ? and day < ?
                order by day desc limit ?
                """,
                (row, index) -> row.getObject("day", LocalDate.class),
                company.value(),
                accounting.value(),
                before,
                atMost);
    }

    boolean hasFindings(CompanyId company, AccountingIntegrationId accounting) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from proof_finding where company_id = ? and accounting_integration_id = ?)",
                Boolean.class,
                company.value(),
                accounting.value()));
    }

    void keep(CompanyId company, AccountingIntegrationId accounting, Night night) {
        jdbc.update(
                """
                insert into proof_night as n (company_id, accounting_integration_id, ran_at, result, since, first_day, last_day, older_days,
                                              invoices, findings, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (company_id, accounting_integration_id) do update
                set ran_at = excluded.ran_at, result = excluded.result,
                    since = case when n.result = excluded.result then n.since else excluded.since end,
                    first_day = excluded.first_day, last_day = excluded.last_day, older_days = excluded.older_days,
                    invoices = excluded.invoices, findings = excluded.findings, detail = excluded.detail
                """,
                company.value(),
                accounting.value(),
                night.ranAt().atOffset(ZoneOffset.UTC),
                night.result().name(),
                night.since().atOffset(ZoneOffset.UTC),
                night.from(),
                night.through(),
                night.olderDays(),
                night.invoices(),
                night.findings(),
                night.detail());
    }

    Optional<Night> night(CompanyId company, AccountingIntegrationId accounting) {
        return jdbc
                .query(
                        "select * from proof_night where company_id = ? and accounting_integration_id = ?",
                        ProofRows::night,
                        company.value(),
                        accounting.value())
                .stream()
                .findFirst();
    }

    /** The order of the words is that of their gravity: AGREES, DISAGREES, UNAVAILABLE. */
    Map<CompanyId, Night> nights(Collection<CompanyId> companies) {
        Map<CompanyId, Night> nights = new HashMap<>();
        jdbc.query(
                "select * from proof_night where company_id = any(?) order by result, ran_at desc",
                row -> {
                    nights.put(new CompanyId(row.getObject("company_id", UUID.class)), night(row, 0));
                },
                (Object) companies.stream().map(CompanyId::value).toArray(UUID[]::new));
        return nights;
    }

    private static Night night(ResultSet row, int index) throws SQLException {
        return new Night(
                row.getObject("ran_at", OffsetDateTime.class).toInstant(),
                Night.Result.valueOf(row.getString("result")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("older_days"),
                row.getInt("invoices"),
                row.getInt("findings"),
                row.getString("detail"));
    }
}
