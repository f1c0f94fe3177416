package dk.ordrebro.question;

import static java.util.stream.Collectors.groupingBy;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Ids;
import dk.ordrebro.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

class JdbcAnswers implements Answers {

    private static final String SELECT = """
            select a.*, w.who as withdrawn_who, w.at as withdrawn_at, w.why as withdrawn_why
            from answer a left join answer_withdrawn w using (company_id, order_id, answer_id)
            where a.company_id = ?
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    JdbcAnswers(JdbcClient jdbc, Ids ids, ApplicationEventPublisher events, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<AnswerId> give(CompanyId company, List<Told> told, String who, String why) {
        List<AnswerId> given = new ArrayList<>();
        for (Told one : told) {
            AnswerKind kind = one.answer().kind();
            if (!one.question().kind().answers().contains(kind)) {
                throw new IllegalArgumentException(
                        one.question().code() + " cannot be answered with " + kind + "; order " + one.order());
            }
            given.add(store(company, one, who, why));
            tell(company, one.order(), who, "answered", one.question().code(), kind.name(), why);
        }
        return given;
    }

    private AnswerId store(CompanyId company, Told one, String who, String why) {
        AnswerId id = new AnswerId(ids.next());
        jdbc.sql("""
                        insert into answer (company_id, order_id, answer_id, question, facts, answer_kind, answer, who, at, why)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        company.value(),
                        one.order().value(),
                        id.value(),
                        one.question().code(),
                        QuestionJson.write(List.of(one.question())),
                        one.answer().kind().name(),
                        QuestionJson.write(one.answer()),
                        who,
                        now(),
                        why)
                .update();
        return id;
    }

    @Override
    @Transactional
    public void withdraw(CompanyId company, OrderId order, AnswerId answer, String who, String why) {
        List<Given> standing = of(company, order).stream()
                .filter(given -> given.id().equals(answer) && given.stands())
                .toList();
        for (Given given : standing) {
            int withdrawn = jdbc.sql("""
                            insert into answer_withdrawn (company_id, order_id, answer_id, who, at, why)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(company.value(), order.value(), answer.value(), who, now(), why)
                    .update();
            if (withdrawn == 1) {
                tell(
                        company,
                        order,
                        who,
                        "answer-withdrawn",
                        given.question(),
                        given.answer().kind().name(),
                        why);
            }
        }
    }

    /** Facts: code of the question, kind of the answer, why. */
    private void tell(CompanyId company, OrderId order, String who, String verb, String... facts) {
        events.publishEvent(new Happened(company, who, "order", order.toString(), verb, List.of(facts)));
    }

    @Override
    public List<Given> of(CompanyId company, OrderId order) {
        return jdbc.sql(SELECT + " and a.order_id = ? order by a.answer_id")
                .params(company.value(), order.value())
                .query(JdbcAnswers::given)
                .list();
    }

    @Override
    public Map<OrderId, List<Given>> standing(CompanyId company, Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        String[] texts = orders.stream().map(OrderId::toString).distinct().toArray(String[]::new);
        return jdbc
                .sql(
                        SELECT
                                + " and a.order_id = any (?::text[]::uuid[]) and w.answer_id is null order by a.order_id, a.answer_id")
                .params(company.value(), texts)
                .query(JdbcAnswers::given)
                .list()
                .stream()
                .collect(groupingBy(Given::order));
    }

    private static Given given(ResultSet row, int index) throws SQLException {
        String withdrawnBy = row.getString("withdrawn_who");
        return new Given(
                new AnswerId(row.getObject("answer_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("question"),
                QuestionJson.answer(row.getString("answer")),
                row.getString("who"),
                instant(row, "at"),
                row.getString("why"),
                withdrawnBy == null
                        ? null
                        : new Given.Withdrawn(
                                withdrawnBy, instant(row, "withdrawn_at"), row.getString("withdrawn_why")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
