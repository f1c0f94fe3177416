package dk.ordrebro.intake.refund;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads rows of the table of refunds asked about. */
final class RefundRows {

    private RefundRows() {}

    static OpenRefund read(ResultSet row, int index) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        String answer = row.getString("answer");
        return new OpenRefund(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getObject("refund_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("order_number"),
                row.getString("shop_key"),
                OpenRefund.Kind.valueOf(row.getString("kind")),
                instant(row, "paid_at"),
                instant(row, "asked_at"),
                Money.of(currency, row.getBigDecimal("gross").setScale(currency.getDecimalPlaces())),
                row.getString("words"),
                answer == null
                        ? null
                        : new OpenRefund.Given(
                                answer, row.getString("who"), row.getString("why"), instant(row, "answered_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
