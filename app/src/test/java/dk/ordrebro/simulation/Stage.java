package dk.ordrebro.simulation;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one story is played on: its company in the simulated Billy, its weather, and what is told of it. */
final class Stage {

    private final BillySimulator billy;
    private final List<String> told = new ArrayList<>();
    private Weather weather = new Weather(0);
    private @Nullable String organization;

    Stage(BillySimulator billy) {
        this.billy = billy;
    }

    void begin(long seed) {
        told.clear();
        weather = new Weather(seed);
        organization = null;
    }

    void isOf(String organizationId) {
        organization = organizationId;
    }

    String organization() {
        return requireNonNull(organization);
    }

    Weather weather() {
        return weather;
    }

    synchronized void tell(String line) {
        told.add(line);
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    /** A name that is the same each time the story is played. */
    String nameOf(InvoiceId id) {
        return BooksRead.of(billy, organization()).documents().stream()
                .filter(one -> one.id().equals(id.value()))
                .map(one -> one.creditNote() ? "credit " + one.reference() : one.reference())
                .findFirst()
                .orElse("gone");
    }

    /** The next call on a route meets an effect; calls come one at a time. */
    <T> T billyMeets(String route, Effect effect, Supplier<T> call) {
        int fault = billy.admin()
                .faults()
                .order(FaultRule.on(route, effect)
                        .withOrganization(organization())
                        .withTimes(1));
        try {
            return call.get();
        } finally {
            billy.admin().faults().cancel(fault);
        }
    }
}
