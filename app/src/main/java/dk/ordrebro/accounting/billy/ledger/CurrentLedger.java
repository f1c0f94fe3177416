package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.billy.wire.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The books as last read, shared by all who book in them. An old reading is renewed by whoever asks; when that fails it serves on,
 * for what Billy refuses it refuses by itself.
 */
public final class CurrentLedger {

    /** Young enough to blame a refusal on. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Supplier<Ledger> reading;
    private final Duration longest;
    private final InstantSource clock;
    private final SingleFlight<String, Ledger> flights = new SingleFlight<>();
    private volatile @Nullable Ledger last;
    private volatile Instant notBefore = Instant.MIN;

    public CurrentLedger(Supplier<Ledger> reading, Duration longest, InstantSource clock) {
        this.reading = reading;
        this.longest = longest;
        this.clock = clock;
    }

    /** The last reading, however old; empty when there is none. Never asks Billy. */
    public Optional<Ledger> known() {
        return Optional.ofNullable(last);
    }

    /**
     * The ledger as last read; read now where there is none yet.
     *
     * @throws AccountingUnavailable when none was ever read and Billy gives no usable answer
     */
    public Ledger get() {
        Ledger known = last;
        if (known == null) {
            return renew();
        }
        Instant now = clock.instant();
        return age(known, now).compareTo(longest) <= 0 || now.isBefore(notBefore) ? known : renewOrKeep(known);
    }

    /**
     * Reads the ledger anew.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public Ledger renew() {
        return flights.fly("", () -> last = reading.get());
    }

    /**
     * For a decision that should not rest on an old reading.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public Ledger fresh() {
        Ledger known = last;
        return known != null && age(known, clock.instant()).compareTo(FRESH) <= 0 ? known : renew();
    }

    private Ledger renewOrKeep(Ledger known) {
        try {
            return renew();
        } catch (AccountingUnavailable e) {
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            return known;
        }
    }

    private static Duration age(Ledger ledger, Instant now) {
        return Duration.between(ledger.chart().readAt(), now);
    }
}
