package dk.ordrebro.period;

import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.Rates;
import dk.ordrebro.proof.Rates.Rate;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums in PostgreSQL; only the rates of other currencies are told to it. */
final class JdbcPeriodSales implements PeriodSales {

    private static final String DOCUMENTS = """
            from booking b
            join booking_sale s on s.company_id = b.company_id and s.booking_id = b.booking_id
            join booking_posting p on p.company_id = b.company_id and p.booking_id = b.booking_id
            left join unnest(:currencies::text[], :days::date[], :rates::numeric[]) as r(currency, day, rate)
                on r.currency = b.currency and r.day = b.day
            where b.company_id = :company and b.accounting_integration_id = :accounting and b.day between :from and :through
            and b.state = 'SETTLED' and b.standing in ('DRAFT', 'APPROVED')
            and (:shop::uuid is null or b.order_integration_id = :shop::uuid)
            """;

    private static final String SUMS = """
            count(distinct b.booking_id) as documents,
            case when b.currency = 'DKK' or r.rate is not null then '' else b.currency end as unknown,
            sum(round(p.net * coalesce(r.rate, 1), 2)) as net, sum(round(p.vat * coalesce(r.rate, 1), 2)) as vat
            """;

    private static final String UNKNOWN =
            "case when b.currency = 'DKK' or r.rate is not null then '' else b.currency end";

    private final JdbcClient jdbc;
    private final Proof proof;

    JdbcPeriodSales(JdbcClient jdbc, Proof proof) {
        this.jdbc = jdbc;
        this.proof = proof;
    }

    @Override
    public List<Row> by(Dimension dimension, Scope scope) {
        Comparator<Row> order = dimension == Dimension.MONTH
                ? Comparator.comparing(Row::value)
                : Comparator.comparing((Row row) -> row.sum().net().abs())
                        .reversed()
                        .thenComparing(Row::value);
        return rows(dimension.value, dimension.name, "", scope).stream()
                .sorted(order)
                .toList();
    }

    @Override
    public Row total(Scope scope) {
        return rows("''", "''", "", scope).stream().findFirst().orElse(new Row("", "", 0, Sum.NOTHING));
    }

    @Override
    public List<BusinessRow> businesses(Scope scope) {
        return rows("s.vat_number", "max(s.customer)", " and s.treatment = 'EU_BUSINESS_ZERO'", scope).stream()
                .map(row -> new BusinessRow(row.value(), row.name(), row.documents(), row.sum()))
                .sorted(Comparator.comparing(BusinessRow::vatNumber))
                .toList();
    }

    @Override
    public List<VatRow> vat(Scope scope) {
        record Key(@Nullable VatTreatment treatment, String country, VatRate rate, boolean outside) {}
        Map<Key, Sum> sums = new LinkedHashMap<>();
        asked("""
                select s.treatment, s.country, p.rate, p.template like 'GIFT_CARD/%' or p.template like 'ROUNDING/%' as outside,
                """ + SUMS + DOCUMENTS + " group by 1, 2, 3, 4, " + UNKNOWN + " order by 1, 2, 3, 4", scope)
                .query((row, _) -> Map.entry(
                        new Key(
                                treatment(row.getString("treatment")),
                                row.getString("country"),
                                new VatRate(row.getBigDecimal("rate")),
                                row.getBoolean("outside")),
                        sum(row)))
                .list()
                .forEach(one -> sums.merge(one.getKey(), one.getValue(), Sum::plus));
        List<VatRow> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new VatRow(key.treatment, key.country, key.rate, key.outside, sum)));
        return rows;
    }

    private List<Row> rows(String value, String name, String narrow, Scope scope) {
        boolean named = !name.startsWith("max(") && !name.equals("''");
        String sql = "select " + value + " as value, " + name + " as name, " + SUMS + DOCUMENTS + narrow
                + " group by 1, " + (named ? "2, " : "") + UNKNOWN;
        BinaryOperator<Row> both = (a, b) -> new Row(
                a.value(), a.name(), a.documents() + b.documents(), a.sum().plus(b.sum()));
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        asked(sql, scope)
                .query((row, _) ->
                        new Row(row.getString("value"), row.getString("name"), row.getLong("documents"), sum(row)))
                .list()
                .forEach(row -> rows.merge(List.of(row.value(), named ? row.name() : ""), row, both));
        return List.copyOf(rows.values());
    }

    private JdbcClient.StatementSpec asked(String sql, Scope scope) {
        List<Rate> used = used(scope);
        return bound(sql, scope)
                .param("currencies", array(used, Rate::currency))
                .param("days", array(used, rate -> rate.day().toString()))
                .param("rates", array(used, rate -> rate.rate().toPlainString()));
    }

    private JdbcClient.StatementSpec bound(String sql, Scope scope) {
        return jdbc.sql(sql)
                .param("company", scope.company().value())
                .param("accounting", scope.accounting().value())
                .param("shop", scope.shop().map(shop -> shop.value().toString()).orElse(null))
                .param("from", scope.from())
                .param("through", scope.through());
    }

    private static String[] array(List<Rate> rates, Function<Rate, String> part) {
        return rates.stream().map(part).toArray(String[]::new);
    }

    /** The rates of the days on which other currencies were used. */
    private List<Rate> used(Scope scope) {
        record Used(String currency, LocalDate day) {}
        List<Used> used = bound("""
                select distinct b.currency, b.day from booking b
                where b.company_id = :company and b.accounting_integration_id = :accounting and b.day between :from and :through
                and b.state = 'SETTLED' and b.standing in ('DRAFT', 'APPROVED') and b.currency <> 'DKK'
                and (:shop::uuid is null or b.order_integration_id = :shop::uuid)
                """, scope)
                .query((row, _) -> new Used(row.getString("currency"), row.getObject("day", LocalDate.class)))
                .list();
        if (used.isEmpty()) {
            return List.of();
        }
        Rates rates = proof.rates(scope.company());
        return used.stream()
                .flatMap(one -> rates
                        .on(one.currency, one.day)
                        .map(rate -> new Rate(one.currency, one.day, rate.source(), rate.rate()))
                        .stream())
                .toList();
    }

    private static Sum sum(ResultSet row) throws SQLException {
        BigDecimal net = row.getBigDecimal("net");
        BigDecimal vat = row.getBigDecimal("vat");
        String unknown = row.getString("unknown");
        return unknown.isEmpty()
                ? new Sum(net, vat, Map.of())
                : new Sum(BigDecimal.ZERO, BigDecimal.ZERO, Map.of(unknown, net.add(vat)));
    }

    private static @Nullable VatTreatment treatment(String name) {
        return name.isEmpty() ? null : VatTreatment.valueOf(name);
    }
}
