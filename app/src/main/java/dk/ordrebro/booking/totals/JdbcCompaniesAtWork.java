package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One question of each kind to PostgreSQL, each by an index that begins with the company. */
public class JdbcCompaniesAtWork implements CompaniesAtWork {

    private static final String HELD = """
            select company_id, delivered_currency as currency, count(*) as n, sum(delivered) as worth, min(changed_at) as since
            from booking where company_id = any(:companies) and state = 'HELD'
            group by company_id, delivered_currency order by delivered_currency
            """;

    private static final String DRAFTS = """
            select company_id, currency, sum(documents) as n,
                   sum(case document_type when 'CREDIT_NOTE' then -gross else gross end) as worth
            from booking_document where company_id = any(:companies) and standing = 'DRAFT' and documents <> 0
            group by company_id, currency order by currency
            """;

    private static final String TROUBLES = """
            select company_id, min(code) as code from accounting_health
            where company_id = any(:companies) and code <> '' group by company_id
            """;

    private final JdbcClient jdbc;

    public JdbcCompaniesAtWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<CompanyId, AtWork> of(Collection<CompanyId> companies) {
        UUID[] ids = companies.stream().map(CompanyId::value).toArray(UUID[]::new);
        Map<CompanyId, AtWork> found = new HashMap<>();
        each(HELD, ids, found, (row, now) -> {
            Instant since = BookingRows.instant(row, "since");
            Instant oldest = now.oldest().filter(since::isAfter).orElse(since);
            return new AtWork(now.held().plus(pile(row)), Optional.of(oldest), now.drafts(), now.trouble());
        });
        each(
                DRAFTS,
                ids,
                found,
                (row, now) -> new AtWork(now.held(), now.oldest(), now.drafts().plus(pile(row)), now.trouble()));
        each(
                TROUBLES,
                ids,
                found,
                (row, now) -> new AtWork(now.held(), now.oldest(), now.drafts(), Optional.of(row.getString("code"))));
        return found;
    }

    /** Adds what a row says to what is known of its company. */
    private interface Adding {
        AtWork to(ResultSet row, AtWork known) throws SQLException;
    }

    private void each(String question, UUID[] ids, Map<CompanyId, AtWork> found, Adding adding) {
        jdbc.sql(question).param("companies", ids).query(row -> {
            CompanyId company = new CompanyId(row.getObject("company_id", UUID.class));
            found.put(company, adding.to(row, found.getOrDefault(company, AtWork.NOTHING)));
        });
    }

    /** Without an amount where the shop's words do not tell it. */
    private static Pile pile(ResultSet row) throws SQLException {
        @Nullable String currency = row.getString("currency");
        return new Pile(
                row.getLong("n"),
                currency == null
                        ? List.of()
                        : List.of(Money.of(CurrencyUnit.of(currency), row.getBigDecimal("worth"))));
    }
}
