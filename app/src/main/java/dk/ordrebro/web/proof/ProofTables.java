package dk.ordrebro.web.proof;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the proof of a period, for the page and the files alike. */
@Component
class ProofTables {

    static final int DAYS_AT_MOST = 366;
    private static final int DAYS_SHOWN = 31;

    private final Proof proof;
    private final OrderIntegrations shops;
    private final InstantSource clock;

    ProofTables(Proof proof, OrderIntegrations shops, InstantSource clock) {
        this.proof = proof;
        this.shops = shops;
        this.clock = clock;
    }

    /** Some days, both included. */
    record Period(LocalDate from, LocalDate through) {}

    /** What was asked for; by itself the latest days, up to the last there are bookings of where that is long ago. Never more than can be shown. */
    Period period(
            SignedIn me, AccountingIntegration accounting, Optional<LocalDate> from, Optional<LocalDate> through) {
        LocalDate last = through.or(() -> proof.span(me.company(), accounting.id())
                        .map(Proof.Span::through)
                        .filter(day -> day.isBefore(today().minusDays(DAYS_SHOWN - 1L)) || day.isAfter(today())))
                .orElseGet(this::today);
        LocalDate first = from.filter(day -> !day.isAfter(last)).orElse(last.minusDays(DAYS_SHOWN - 1L));
        LocalDate earliest = last.minusDays(DAYS_AT_MOST);
        return new Period(first.isBefore(earliest) ? earliest : first, last);
    }

    ProofTable of(SignedIn me, AccountingIntegration accounting, Period period) {
        return new ProofTable(
                me.companyName(),
                accounting.name(),
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)),
                proof.report(me.company(), accounting.id(), period.from(), period.through()),
                proof.rates(me.company()),
                clock.instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
    }
}
