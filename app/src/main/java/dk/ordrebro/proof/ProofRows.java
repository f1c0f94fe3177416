package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
}
