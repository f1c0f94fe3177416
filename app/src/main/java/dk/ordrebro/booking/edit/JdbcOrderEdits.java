package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.booking.edit.Misfits.Changed;
import dk.ordrebro.booking.edit.Misfits.Misfit;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions about changed orders in PostgreSQL: at most one is open for an order, and what was answered stays. */
class JdbcOrderEdits {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    JdbcOrderEdits(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks, unless the very same is asked already or a person has left it so. */
    void ask(CompanyId company, Changed changed) {
        String differences = EditRows.MAPPER.writeValueAsString(changed.differences());
        OrderId order = changed.order().id();
        if (isLeft(company, order, differences)) {
            return;
        }
        Money booked = booked(changed);
        LocalDate day = changed.booked().getFirst().day();
        jdbc.sql("""
                        insert into order_edit as e (company_id, edit_id, order_id, order_integration_id, order_number, revision, day, asked_at,
                                                     currency, booked, differences)
                        values (:company, :id, :order, :shop, :number, :revision, :day, :now, :currency, :booked, :differences)
                        on conflict (company_id, order_id) where answer is null do update
                        set revision = excluded.revision, currency = excluded.currency, booked = excluded.booked,
                            differences = excluded.differences, order_number = excluded.order_number
                        """)
                .param("company", company.value())
                .param("id", ids.next())
                .param("order", order.value())
                .param("shop", changed.booked().getFirst().shop().value())
                .param("number", changed.order().order().number())
                .param("revision", changed.order().revision())
                .param("day", day)
                .param("now", sql(clock.instant()))
                .param("currency", booked.getCurrencyUnit().getCode())
                .param("booked", booked.getAmount())
                .param("differences", differences)
                .update();
    }

    /** Of what no longer fits; of everything booked where something only came to the order. */
    private static Money booked(Changed changed) {
        List<Money> amounts = changed.documents().isEmpty()
                ? changed.booked().stream().map(Booked::gross).toList()
                : changed.documents().stream()
                        .map(Misfit::booked)
                        .map(Booked::gross)
                        .toList();
        CurrencyUnit currency = amounts.getFirst().getCurrencyUnit();
        return amounts.stream()
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private boolean isLeft(CompanyId company, OrderId order, String differences) {
        return jdbc.sql("""
                        select answer = 'LEFT' and differences = ? from order_edit
                        where company_id = ? and order_id = ? and answer is not null order by edit_id desc limit 1
                        """)
                .params(differences, company.value(), order.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Nothing is asked of an order any more: it was taken back, or changed back. */
    void fits(CompanyId company, OrderId order) {
        jdbc.sql("delete from order_edit where company_id = ? and order_id = ? and answer is null")
                .params(company.value(), order.value())
                .update();
    }

    List<OrderEdit> open(CompanyId company, Optional<UUID> before, int size) {
        return jdbc.sql("""
                        select * from order_edit where company_id = ? and answer is null and edit_id < ?
                        order by edit_id desc limit ?
                        """)
                .params(company.value(), before.orElse(LAST), size)
                .query(EditRows::read)
                .list();
    }

    int countOpen(CompanyId company) {
        return jdbc.sql("select count(*) from order_edit where company_id = ? and answer is null")
                .param(company.value())
                .query(Integer.class)
                .single();
    }

    Map<String, BigDecimal> worth(CompanyId company) {
        return jdbc
                .sql("""
                        select currency, sum(booked) as amount from order_edit where company_id = ? and answer is null group by 1
                        """)
                .param(company.value())
                .query((row, index) -> Map.entry(row.getString("currency"), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<OrderEdit> openBetween(CompanyId company, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                        select * from order_edit where company_id = ? and answer is null and day between ? and ?
                        order by edit_id desc
                        """)
                .params(company.value(), from, through)
                .query(EditRows::read)
                .list();
    }

    List<OrderEdit> of(CompanyId company, OrderId order) {
        return jdbc.sql("select * from order_edit where company_id = ? and order_id = ? order by edit_id desc")
                .params(company.value(), order.value())
                .query(EditRows::read)
                .list();
    }

    Optional<OrderEdit> find(CompanyId company, UUID id) {
        return jdbc.sql("select * from order_edit where company_id = ? and edit_id = ?")
                .params(company.value(), id)
                .query(EditRows::read)
                .optional();
    }

    /** Keeps an answer; empty when there is nothing to answer any more. */
    Optional<OrderEdit> answer(CompanyId company, UUID id, OrderEdit.Kind kind, String why, String who) {
        return jdbc.sql("""
                        update order_edit set answer = ?, who = ?, why = ?, answered_at = ?
                        where company_id = ? and edit_id = ? and answer is null
                        returning *
                        """)
                .params(kind.name(), who, why, sql(clock.instant()), company.value(), id)
                .query(EditRows::read)
                .optional();
    }

    private static Object sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
