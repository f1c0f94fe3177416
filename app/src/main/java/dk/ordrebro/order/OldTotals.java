package dk.ordrebro.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a total to orders that were kept before totals were. Any number of nodes may do it at once, and whoever is cut off is gone on for by
 * the next; once every order has its total, nothing is left to do.
 */
public class OldTotals {

    private static final Logger LOG = LoggerFactory.getLogger(OldTotals.class);

    private static final int AT_A_TIME = 500;
    /** Stands before every company. */
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OldTotals(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Old(UUID company, UUID order, OrderTotal total) {}

    /** Fills in what is missing, one company after the other. */
    public void fill() {
        long filled = 0;
        for (Optional<UUID> company = next(NONE); company.isPresent(); company = next(company.get())) {
            for (int some = batch(company.get()); some > 0; some = batch(company.get())) {
                filled += some;
            }
        }
        if (filled > 0) {
            LOG.info("{} orders from before totals were kept have theirs now", filled);
        }
    }

    private Optional<UUID> next(UUID after) {
        return jdbc.sql("""
                        select company_id from shop_order where gross is null and company_id > ? order by company_id limit 1
                        """).param(after).query(UUID.class).optional();
    }

    private int batch(UUID company) {
        Integer filled = transaction.execute(status -> {
            List<Old> old = jdbc.sql("""
                            select o.company_id, o.order_id, r.content
                            from shop_order o join order_revision r using (company_id, order_id, revision)
                            where o.company_id = ? and o.gross is null
                            order by o.order_id limit ?
                            for update of o skip locked
                            """)
                    .params(company, AT_A_TIME)
                    .query((row, index) -> new Old(
                            row.getObject("company_id", UUID.class),
                            row.getObject("order_id", UUID.class),
                            OrderTotal.of(OrderJson.order(row.getString("content")))))
                    .list();
            write(old);
            return old.size();
        });
        return filled == null ? 0 : filled;
    }

    private void write(List<Old> old) {
        jdbc.sql("""
                        update shop_order o set gross = t.gross, gross_basis = t.basis
                        from unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::numeric[], ?::text[]) as t (company_id, order_id, gross, basis)
                        where o.company_id = t.company_id and o.order_id = t.order_id
                        """)
                .params(
                        old.stream().map(one -> one.company.toString()).toArray(String[]::new),
                        old.stream().map(one -> one.order.toString()).toArray(String[]::new),
                        old.stream().map(one -> one.total.amount().getAmount()).toArray(BigDecimal[]::new),
                        old.stream().map(one -> one.total.basis().name()).toArray(String[]::new))
                .update();
    }
}
