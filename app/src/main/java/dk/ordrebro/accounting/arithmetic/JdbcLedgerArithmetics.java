package dk.ordrebro.accounting.arithmetic;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known, in PostgreSQL; a row appears with the first answer that tells something. */
@Repository
class JdbcLedgerArithmetics implements LedgerArithmetics {

    private static final String READ =
            "select possible, shown_by, shown_at from ledger_arithmetic where company_id = ? and accounting_id = ?";
    private static final String LOCK =
            "select possible, shown_by, shown_at from ledger_arithmetic where company_id = ? and accounting_id = ? for update";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcLedgerArithmetics(JdbcClient jdbc, ApplicationEventPublisher events, InstantSource clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ArithmeticKnown of(CompanyId company, AccountingIntegrationId accounting) {
        return read(READ, company, accounting);
    }

    private ArithmeticKnown read(String question, CompanyId company, AccountingIntegrationId accounting) {
        return jdbc.sql(question)
                .params(company.value(), accounting.value())
                .query(JdbcLedgerArithmetics::known)
                .optional()
                .orElse(ArithmeticKnown.NOTHING);
    }

    private static ArithmeticKnown known(ResultSet row, int number) throws SQLException {
        return new ArithmeticKnown(
                Arrays.stream(row.getString("possible").split(","))
                        .map(LedgerArithmetic::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LedgerArithmetic.class))),
                row.getString("shown_by"),
                row.getObject("shown_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void learn(CompanyId company, AccountingIntegrationId accounting, List<Answered> answers) {
        List<Told> told = answers.stream()
                .map(JdbcLedgerArithmetics::told)
                .filter(Told::tells)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        ArithmeticKnown before = read(LOCK, company, accounting);
        ArithmeticKnown known = before;
        for (Told one : told) {
            ArithmeticKnown next = known.after(one.fitting, one.reference, clock.instant());
            if (!known.possible().containsAll(next.possible())) {
                tell(company, accounting, "contradicted", next, known);
            } else if (!known.isShown() || next.rule() != known.rule()) {
                tell(company, accounting, "shown", next, known);
            }
            known = next;
        }
        if (!known.equals(before)) {
            keep(company, accounting, known);
        }
    }

    private record Told(String reference, Set<LedgerArithmetic> fitting) {

        boolean tells() {
            return !fitting.isEmpty() && fitting.size() < LedgerArithmetic.values().length;
        }
    }

    private static Told told(Answered answered) {
        InvoiceDraft draft = answered.draft();
        return new Told(
                draft.reference().value(),
                LedgerArithmetic.giving(
                        answered.invoice().totals().vat(),
                        draft.priceMode(),
                        draft.lines().stream().map(Taxed::of).toList()));
    }

    private void keep(CompanyId company, AccountingIntegrationId accounting, ArithmeticKnown known) {
        jdbc.sql("""
                        insert into ledger_arithmetic (company_id, accounting_id, possible, shown_by, shown_at) values (?, ?, ?, ?, ?)
                        on conflict (company_id, accounting_id) do update
                        set possible = excluded.possible, shown_by = excluded.shown_by, shown_at = excluded.shown_at
                        """)
                .params(
                        company.value(),
                        accounting.value(),
                        names(known),
                        Objects.requireNonNull(known.shownBy()),
                        sql(Objects.requireNonNull(known.at())))
                .update();
    }

    private static String names(ArithmeticKnown known) {
        return EnumSet.copyOf(known.possible()).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Facts as of a changed setting: reference of the document that told, the setting, what it was (empty before any answer told) and is. */
    private void tell(
            CompanyId company,
            AccountingIntegrationId accounting,
            String what,
            ArithmeticKnown now,
            ArithmeticKnown before) {
        events.publishEvent(new Happened(
                company,
                Who.ORDREBRO,
                "accounting-integration",
                accounting.toString(),
                "arithmetic-" + what,
                List.of(
                        Objects.requireNonNull(now.shownBy()),
                        "arithmetic",
                        before.isShown() ? before.rule().name() : "",
                        now.rule().name())));
    }
}
