package dk.ordrebro.order;

import java.math.BigDecimal;
import java.util.List;
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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public OldTotals(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Old(UUID company, UUID order, OrderTotal total) {}

    /** Fills in what is missing. */
    public void fill() {
        long filled = 0;
        int some = batch();
        while (some > 0) {
            filled += some;
            some = batch();
        }
        if (filled > 0) {
            LOG.info("{} orders from before totals were kept have theirs now", filled);
        }
    }

    private int batch() {
        Integer filled = transaction.execute(status -> {
            List<Old> old = jdbc.sql("""
                            select o.company_id, o.order_id, r.content
                            from shop_order o join order_revision r using (company_id, order_id, revision)
                            where o.gross is null
                            order by o.company_id, o.order_id limit ?
                            for update of o skip locked
                            """)
                    .param(AT_A_TIME)
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
