package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delivery of which a document stands, or may stand, and the revision of the order it was made of. */
record Booked(
        OrderId order,
        OrderIntegrationId shop,
        String orderNumber,
        FulfillmentId fulfillment,
        int revision,
        boolean approved,
        LocalDate day,
        Money gross) {

    /**
     * Of deliveries only. A booking whose draft is being frozen at this moment is waited for, so that it cannot be frozen from what the shop said
     * before without being compared; one that is not frozen yet will be made of what the shop says then.
     */
    static List<Booked> of(JdbcClient jdbc, CompanyId company, Collection<OrderId> orders) {
        String[] ids = orders.stream().map(OrderId::toString).toArray(String[]::new);
        jdbc.sql("""
                        select booking_id from booking
                        where company_id = ? and order_id = any (?::text[]::uuid[]) and state = 'WAITING' and draft_hash is null
                        order by booking_id for share
                        """).params(company.value(), ids).query(UUID.class).list();
        return jdbc.sql("""
                        select order_id, order_integration_id, order_number, fulfillment_id, order_revision,
                               coalesce(standing = 'APPROVED', false) as approved, day, currency, gross
                        from booking
                        where company_id = ? and order_id = any (?::text[]::uuid[]) and return_of is null and draft_hash is not null
                          and coalesce(standing, 'DRAFT') not in ('VOIDED', 'GONE')
                          and (state in ('WAITING', 'SENDING', 'SUSPECT', 'SETTLED') or invoice_id is not null)
                        order by order_id, booking_id
                        """).params(company.value(), ids).query(Booked::read).list();
    }

    private static Booked read(ResultSet row, int index) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        BigDecimal gross = row.getBigDecimal("gross").setScale(currency.getDecimalPlaces());
        return new Booked(
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("order_number"),
                new FulfillmentId(row.getObject("fulfillment_id", UUID.class)),
                row.getInt("order_revision"),
                row.getBoolean("approved"),
                row.getObject("day", LocalDate.class),
                Money.of(currency, gross));
    }
}
