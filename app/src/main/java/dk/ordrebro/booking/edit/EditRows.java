package dk.ordrebro.booking.edit;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the table of changed orders. */
final class EditRows {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private EditRows() {}

    static OrderEdit read(ResultSet row, int index) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        BigDecimal booked = row.getBigDecimal("booked").setScale(currency.getDecimalPlaces());
        String answer = row.getString("answer");
        return new OrderEdit(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getObject("edit_id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                row.getString("order_number"),
                row.getInt("revision"),
                row.getObject("day", LocalDate.class),
                instant(row, "asked_at"),
                Money.of(currency, booked),
                Arrays.asList(MAPPER.readValue(row.getString("differences"), Difference[].class)),
                answer == null
                        ? null
                        : new OrderEdit.Answer(
                                OrderEdit.Kind.valueOf(answer),
                                row.getString("who"),
                                row.getString("why"),
                                instant(row, "answered_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
