package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.UserId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Saved views in PostgreSQL. */
class JdbcOrderViews implements OrderViews {

    private static final String VISIBLE = " where company_id = ? and (user_id is null or user_id = ?) ";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JdbcOrderViews(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<OrderView> of(CompanyId company, UserId user) {
        return jdbc.sql("select view_id, name, user_id is null as shared, query from order_view" + VISIBLE
                        + "order by user_id is not null, lower(name), view_id limit ?")
                .params(company.value(), user.value(), 2 * MOST)
                .query((row, index) -> new OrderView(
                        row.getObject("view_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("shared"),
                        row.getString("query")))
                .list();
    }

    @Override
    @Transactional
    public boolean save(CompanyId company, UserId user, OrderView view) {
        List<OrderView> beside = of(company, user).stream()
                .filter(other -> other.shared() == view.shared())
                .toList();
        List<OrderView> replaced = beside.stream()
                .filter(other -> other.name().equalsIgnoreCase(view.name()))
                .toList();
        if (replaced.isEmpty() && beside.size() >= MOST) {
            return false;
        }
        replaced.forEach(other -> remove(company, user, other.id()));
        jdbc.sql(
                        "insert into order_view (company_id, view_id, user_id, name, query, created_at) values (?, ?, ?, ?, ?, ?)")
                .param(company.value())
                .param(view.id())
                .param(view.shared() ? null : user.value())
                .param(view.name())
                .param(view.query())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    @Override
    public void remove(CompanyId company, UserId user, UUID view) {
        jdbc.sql("delete from order_view" + VISIBLE + "and view_id = ?")
                .params(company.value(), user.value(), view)
                .update();
    }
}
