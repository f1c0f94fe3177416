package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.money.MoneyJson;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
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
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
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
    void replace(CompanyId company, AccountingIntegrationId accounting, Comparison.Result report) {
        for (String table : List.of("proof_ledger", "proof_finding")) {
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

    private void insertDays(CompanyId company, AccountingIntegrationId accounting, Comparison.Result report) {
        List<Object[]> days = report.days().entrySet().stream()
                .map(entry -> row(company, accounting, entry.getKey(), entry.getValue()))
                .toList();
        jdbc.batchUpdate("""
                insert into proof_ledger (company_id, accounting_integration_id, day, order_integration_id, settled, expected, documents, drafts,
                                          invoiced, held, missing, extra, difference, apart, vat_apart, checked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (company_id, accounting_integration_id, day, order_integration_id) do nothing
                """, days);
    }

    private static Object[] row(
            CompanyId company, AccountingIntegrationId accounting, Comparison.Key key, LedgerDay day) {
        return new Object[] {
            company.value(),
            accounting.value(),
            key.day(),
            key.shop().value(),
            day.settled(),
            JSON.writeValueAsString(day.expected()),
            day.documents(),
            day.drafts(),
            JSON.writeValueAsString(day.invoiced()),
            JSON.writeValueAsString(day.held()),
            day.missing(),
            day.extra(),
            JSON.writeValueAsString(day.difference()),
            JSON.writeValueAsString(day.apart()),
            JSON.writeValueAsString(day.vatApart()),
            day.checkedAt().atOffset(ZoneOffset.UTC)
        };
    }

    private void insertFindings(CompanyId company, AccountingIntegrationId accounting, List<Finding> findings) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Money amount = finding.amount();
            BookingId booking = finding.booking();
            OrderId order = finding.order();
            rows.add(new Object[] {
                company.value(),
                accounting.value(),
                finding.day(),
                i,
                finding.shop().value(),
                finding.kind().name(),
                finding.reference(),
                JSON.writeValueAsString(finding.facts()),
                booking == null ? null : booking.value(),
                order == null ? null : order.value(),
                finding.orderNumber(),
                finding.customer(),
                amount == null ? null : amount.getCurrencyUnit().getCode(),
                amount == null ? null : amount.getAmount()
            });
        }
        jdbc.batchUpdate("""
                insert into proof_finding (company_id, accounting_integration_id, day, number, order_integration_id, kind, reference, facts,
                                           booking_id, order_id, order_number, customer, currency, amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows);
    }

    /** What the accounting program said last, by day and shop. */
    Map<Comparison.Key, LedgerDay> days(
            CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        Map<Comparison.Key, LedgerDay> days = new HashMap<>();
        jdbc.query(
                "select * from proof_ledger where company_id = ? and accounting_integration_id = ? and day between ? and ?",
                (RowCallbackHandler) row -> days.put(key(row), day(row)),
                company.value(),
                accounting.value(),
                from,
                through);
        return days;
    }

    private static Comparison.Key key(ResultSet row) throws SQLException {
        return new Comparison.Key(
                row.getObject("day", LocalDate.class),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)));
    }

    private static LedgerDay day(ResultSet row) throws SQLException {
        return new LedgerDay(
                row.getLong("settled"),
                amounts(row, "expected"),
                row.getLong("documents"),
                row.getLong("drafts"),
                amounts(row, "invoiced"),
                amounts(row, "held"),
                row.getLong("missing"),
                row.getLong("extra"),
                amounts(row, "difference"),
                amounts(row, "apart"),
                amounts(row, "vat_apart"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    private static Amounts amounts(ResultSet row, String column) throws SQLException {
        return JSON.readValue(row.getString(column), Amounts.class);
    }

    List<Finding> findings(CompanyId company, AccountingIntegrationId accounting, LocalDate from, LocalDate through) {
        return jdbc.query("""
                select * from proof_finding where company_id = ? and accounting_integration_id = ? and day between ? and ?
                order by day desc, number
                """, (row, index) -> finding(row), company.value(), accounting.value(), from, through);
    }

    List<Findings.Open> open(CompanyId company, Set<Finding.Kind> kinds, int atMost) {
        return jdbc.query(
                """
                select * from proof_finding where company_id = ? and kind = any (?::text[])
                order by day desc, accounting_integration_id, number limit ?
                """,
                (row, index) -> new Findings.Open(
                        new AccountingIntegrationId(row.getObject("accounting_integration_id", UUID.class)),
                        finding(row)),
                company.value(),
                names(kinds),
                atMost);
    }

    private static String[] names(Set<Finding.Kind> kinds) {
        return kinds.stream().map(Finding.Kind::name).toArray(String[]::new);
    }

    Figures total(CompanyId company, Set<Finding.Kind> kinds) {
        return jdbc
                .query(
                        """
                        select currency, count(*) as n, coalesce(sum(amount), 0) as amount from proof_finding
                        where company_id = ? and kind = any (?::text[]) group by 1
                        """,
                        (row, index) -> row.getString("currency") == null
                                ? new Figures(row.getLong("n"), row.getLong("n"), Amounts.NONE)
                                : new Figures(
                                        row.getLong("n"),
                                        0,
                                        Amounts.of(row.getString("currency"), row.getBigDecimal("amount"))),
                        company.value(),
                        names(kinds))
                .stream()
                .reduce(Figures.NONE, Figures::plus);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        UUID booking = row.getObject("booking_id", UUID.class);
        UUID order = row.getObject("order_id", UUID.class);
        BigDecimal amount = row.getBigDecimal("amount");
        return new Finding(
                row.getObject("day", LocalDate.class),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("reference"),
                booking == null ? null : new BookingId(booking),
                order == null ? null : new OrderId(order),
                row.getString("order_number"),
                row.getString("customer"),
                amount == null ? null : Money.of(CurrencyUnit.of(row.getString("currency")), amount),
                JSON.readValue(row.getString("facts"), TEXTS));
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
