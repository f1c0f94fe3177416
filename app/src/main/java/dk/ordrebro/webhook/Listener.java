package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.BookingChanged;
import dk.ordrebro.booking.BookingChanged.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;

/** Puts what became of bookings into the outbox, inside their transaction: what is told has happened, and what has happened is told. */
class Listener {

    private final JdbcEndpoints endpoints;
    private final Outbox outbox;

    Listener(JdbcEndpoints endpoints, Outbox outbox) {
        this.endpoints = endpoints;
        this.outbox = outbox;
    }

    @EventListener
    void on(BookingChanged event) {
        Map<CompanyId, List<Change>> byCompany = event.changes().stream()
                .collect(Collectors.groupingBy(change -> change.booking().company()));
        byCompany.forEach(this::tell);
    }

    private void tell(CompanyId company, List<Change> changes) {
        List<Endpoint> listening = endpoints.all(company).stream()
                .filter(endpoint -> endpoint.state() != Endpoint.State.OFF)
                .toList();
        if (listening.isEmpty()) {
            return;
        }
        List<Outbox.New> messages = new ArrayList<>();
        for (Change change : changes) {
            Optional<Event> event = Event.of(change);
            listening.stream()
                    .filter(endpoint ->
                            event.filter(endpoint.events()::contains).isPresent())
                    .forEach(endpoint ->
                            messages.add(outbox.message(endpoint.id(), event.orElseThrow(), change.booking())));
        }
        outbox.put(company, messages);
    }
}
