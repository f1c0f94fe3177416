package dk.ordrebro.intake.refund;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Ids;
import dk.ordrebro.order.NotHandleable;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.StoredOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The questions about money paid back in PostgreSQL. */
public class JdbcOpenRefunds implements OpenRefunds {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final GivingBack givingBack;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    public JdbcOpenRefunds(
            JdbcClient jdbc, GivingBack givingBack, Ids ids, ApplicationEventPublisher events, InstantSource clock) {
        this.jdbc = jdbc;
        this.givingBack = givingBack;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** Asks about what of a refund was not asked about before: the same told again asks nothing, more under the same key asks about the rest. */
    public void ask(StoredOrder order, ShopRefund told, OpenRefund.Kind kind) {
        CompanyId company = order.order().key().company();
        List<BigDecimal> before = jdbc.sql("""
                        select gross from refund_question
                        where company_id = ? and order_id = ? and (shop_key = ? or starts_with(shop_key, ? || '#'))
                        """)
                .params(company.value(), order.id().value(), told.shopKey(), told.shopKey())
                .query((row, index) -> row.getBigDecimal(1))
                .list();
        BigDecimal asked = before.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Money rest = told.gross().minus(asked);
        if (rest.isPositive()) {
            insert(company, order, told, kind, rest, before.size() + 1);
        }
    }

    private void insert(
            CompanyId company, StoredOrder order, ShopRefund told, OpenRefund.Kind kind, Money rest, int number) {
        jdbc.sql("""
                        insert into refund_question (company_id, refund_id, order_id, integration_id, order_number, shop_key, kind, paid_at, asked_at,
                                                     currency, gross, words)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (company_id, order_id, shop_key) do nothing
                        """)
                .params(
                        company.value(),
                        ids.next(),
                        order.id().value(),
                        order.order().key().integration().value(),
                        order.order().number(),
                        number == 1 ? told.shopKey() : told.shopKey() + "#" + number,
                        kind.name(),
                        sql(told.at()),
                        sql(clock.instant()),
                        rest.getCurrencyUnit().getCode(),
                        rest.getAmount(),
                        told.words())
                .update();
    }

    @Override
    public List<OpenRefund> open(CompanyId company, Optional<UUID> before, int size) {
        return jdbc.sql("""
                        select * from refund_question where company_id = ? and answer is null and refund_id < ?
                        order by refund_id desc limit ?
                        """)
                .params(company.value(), before.orElse(LAST), size)
                .query(RefundRows::read)
                .list();
    }

    @Override
    public int countOpen(CompanyId company) {
        return jdbc.sql("select count(*) from refund_question where company_id = ? and answer is null")
                .param(company.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, BigDecimal> worth(CompanyId company) {
        return jdbc
                .sql("""
                        select currency, sum(gross) as amount from refund_question where company_id = ? and answer is null group by 1
                        """)
                .param(company.value())
                .query((row, index) -> Map.entry(row.getString("currency"), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<OpenRefund> openBetween(CompanyId company, Instant from, Instant until) {
        return jdbc.sql("""
                        select * from refund_question where company_id = ? and answer is null and paid_at >= ? and paid_at < ?
                        order by refund_id desc
                        """)
                .params(company.value(), sql(from), sql(until))
                .query(RefundRows::read)
                .list();
    }

    @Override
    public List<OpenRefund> of(CompanyId company, OrderId order) {
        return jdbc.sql("select * from refund_question where company_id = ? and order_id = ? order by refund_id desc")
                .params(company.value(), order.value())
                .query(RefundRows::read)
                .list();
    }

    @Override
    public Optional<OpenRefund> find(CompanyId company, UUID id) {
        return jdbc.sql("select * from refund_question where company_id = ? and refund_id = ?")
                .params(company.value(), id)
                .query(RefundRows::read)
                .optional();
    }

    @Override
    @Transactional(rollbackFor = NotHandleable.class)
    public boolean answer(CompanyId company, UUID id, RefundAnswer answer, String why, String who) {
        if (answer instanceof RefundAnswer.Nothing && why.isBlank()) {
            throw new IllegalArgumentException("That nothing is credited needs a reason");
        }
        Optional<OpenRefund> answered = jdbc.sql("""
                        update refund_question set answer = ?, who = ?, why = ?, answered_at = ?
                        where company_id = ? and refund_id = ? and answer is null
                        returning *
                        """)
                .params(answer.form(), who, why.strip(), sql(clock.instant()), company.value(), id)
                .query(RefundRows::read)
                .optional();
        answered.ifPresent(refund -> {
            givingBack.giveBack(refund, answer);
            events.publishEvent(new Happened(
                    company,
                    who,
                    "order",
                    refund.order().toString(),
                    answer instanceof RefundAnswer.Nothing ? "refund-left" : "refund-credited",
                    List.of(refund.orderNumber(), refund.gross().toString(), why.strip())));
        });
        return answered.isPresent();
    }

    private static Object sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
