package dk.ordrebro.booking;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderWords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/** Lets orders be found by the numbers of their invoices, as soon as these have one. */
public class InvoiceWords {

    private final OrderWords words;

    public InvoiceWords(OrderWords words) {
        this.words = words;
    }

    @EventListener
    void on(BookingChanged changed) {
        Map<CompanyId, List<Map.Entry<OrderId, String>>> numbers = changed.changes().stream()
                .map(BookingChanged.Change::booking)
                .filter(booking -> booking.invoiceNumber() != null)
                .collect(Collectors.groupingBy(
                        Booking::company,
                        Collectors.mapping(
                                booking -> Map.entry(booking.order(), Objects.requireNonNull(booking.invoiceNumber())),
                                Collectors.toList())));
        numbers.forEach(words::teach);
    }
}
