package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads rows of the booking table. */
public final class BookingRows {

    private BookingRows() {}

    public static Booking whole(ResultSet row, int index) throws SQLException {
        String draft = row.getString("draft");
        String trail = row.getString("trail");
        return booking(
                row,
                draft == null ? null : BookingJson.draft(draft, row.getString("draft_hash")),
                trail == null ? null : BookingJson.trail(trail));
    }

    /** Without draft and trail, for lists. */
    public static Booking brief(ResultSet row, int index) throws SQLException {
        return booking(row, null, null);
    }

    private static Booking booking(ResultSet row, @Nullable InvoiceDraft draft, @Nullable Trail trail)
            throws SQLException {
        UUID accounting = row.getObject("accounting_integration_id", UUID.class);
        String invoice = row.getString("invoice_id");
        return new Booking(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new BookingId(row.getObject("booking_id", UUID.class)),
                new OrderIntegrationId(row.getObject("order_integration_id", UUID.class)),
                accounting == null ? null : new AccountingIntegrationId(accounting),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("order_number"),
                new FulfillmentId(row.getObject("fulfillment_id", UUID.class)),
                DocumentType.valueOf(row.getString("document_type")),
                new Reference(row.getString("reference")),
                BookingState.valueOf(row.getString("state")),
                row.getObject("day", LocalDate.class),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                row.getInt("attempts"),
                money(row, "delivered", "delivered_currency"),
                money(row, "gross", "currency"),
                money(row, "vat", "currency"),
                draft,
                trail,
                BookingJson.reasons(row.getString("reasons")),
                invoice == null ? null : new InvoiceId(invoice),
                row.getString("invoice_number"),
                standing(row),
                row.getObject("standing_read_at") == null ? null : instant(row, "standing_read_at"));
    }

    public static @Nullable Standing standing(ResultSet row) throws SQLException {
        String standing = row.getString("standing");
        return standing == null ? null : Standing.valueOf(standing);
    }

    private static @Nullable Money money(ResultSet row, String column, String currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : Money.of(CurrencyUnit.of(row.getString(currency)), amount);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
