package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.totals.AccountingHealth;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.order.Arrivals;
import dk.ordrebro.proof.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for trouble. Every look is a few rows by an index, however many orders there are. */
class Watch {

    /** What is held is told of once it has gathered a little: a letter says how many, and others may follow at once. */
    static final Duration GATHER = Duration.ofMinutes(5);

    private final DailyTotals totals;
    private final Proof proof;
    private final Arrivals arrivals;
    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;

    Watch(
            DailyTotals totals,
            Proof proof,
            Arrivals arrivals,
            AccountingIntegrations accountings,
            OrderIntegrations shops) {
        this.totals = totals;
        this.proof = proof;
        this.arrivals = arrivals;
        this.accountings = accountings;
        this.shops = shops;
    }

    List<Found> look(CompanyId company, AlarmSettings settings, Instant now) {
        List<Found> found = new ArrayList<>();
        held(company, now).ifPresent(found::add);
        unbooked(company, settings, now).ifPresent(found::add);
        List<AccountingHealth> troubled = totals.troubles(company);
        for (AccountingIntegration accounting : accountings.all(company)) {
            if (accounting.active()) {
                program(accounting, troubled, settings, now).ifPresent(found::add);
                proof(accounting, now).ifPresent(found::add);
            }
        }
        for (OrderIntegration shop : shops.all(company)) {
            silent(shop, settings, now).ifPresent(found::add);
        }
        return found;
    }

    /** Facts: how many; then code and number of each group. */
    private Optional<Found> held(CompanyId company, Instant now) {
        List<ProblemGroup> groups = totals.problems(company);
        Optional<Instant> since = groups.stream().map(ProblemGroup::since).min(Comparator.naturalOrder());
        if (since.isEmpty() || since.get().plus(GATHER).isAfter(now)) {
            return Optional.empty();
        }
        List<String> facts = new ArrayList<>();
        facts.add(Long.toString(totals.tally(company).held()));
        for (ProblemGroup group : groups) {
            facts.add(group.code());
            facts.add(Long.toString(group.bookings()));
        }
        return Optional.of(new Found(Trouble.HELD, "", "", since.get(), facts));
    }

    /** Facts: the order's number. */
    private Optional<Found> unbooked(CompanyId company, AlarmSettings settings, Instant now) {
        return totals.oldestUnderway(company)
                .filter(booking -> longer(booking.createdAt(), settings.unbooked(), now))
                .map(booking ->
                        new Found(Trouble.UNBOOKED, "", "", booking.createdAt(), List.of(booking.orderNumber())));
    }

    /** Facts: the program's own words. */
    private static Optional<Found> program(
            AccountingIntegration accounting, List<AccountingHealth> troubled, AlarmSettings settings, Instant now) {
        return troubled.stream()
                .filter(health -> health.accounting().equals(accounting.id()))
                .filter(health -> health.needsAPerson() || longer(health.since(), settings.down(), now))
                .findFirst()
                .map(health -> new Found(
                        health.needsAPerson() ? Trouble.DEAD_KEY : Trouble.PROGRAM_DOWN,
                        accounting.id().toString(),
                        accounting.name(),
                        health.since(),
                        List.of(health.detail())));
    }

    private Optional<Found> proof(AccountingIntegration accounting, Instant now) {
        return proof.hasFindings(accounting.company(), accounting.id())
                ? Optional.of(new Found(Trouble.PROOF, accounting.id().toString(), accounting.name(), now, List.of()))
                : Optional.empty();
    }

    /** A file comes when a person brings it; every other shop has a rhythm. */
    private Optional<Found> silent(OrderIntegration shop, AlarmSettings settings, Instant now) {
        if (!shop.active() || shop.platform() == OrderPlatform.CSV) {
            return Optional.empty();
        }
        List<Instant> latest = arrivals.latest(shop.company(), shop.id(), Rhythm.ARRIVALS);
        return Rhythm.of(latest)
                .filter(rhythm -> longer(latest.getFirst(), rhythm.longest(settings.silent()), now))
                .map(rhythm -> new Found(
                        Trouble.SILENT_SHOP, shop.id().toString(), shop.name(), latest.getFirst(), List.of()));
    }

    private static boolean longer(Instant since, Duration allowed, Instant now) {
        return Duration.between(since, now).compareTo(allowed) > 0;
    }
}
