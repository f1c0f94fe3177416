package dk.ordrebro.booking.drain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What whoever runs the installation watches, over all companies: the age of the oldest booking under way, how many are held, and how many
 * accounting integrations turn us away. Read from the kept totals at most every quarter of a minute, whoever asks how often.
 */
class BookingMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private volatile Reading last = new Reading(Instant.EPOCH, 0, 0, 0, 0);

    BookingMetrics(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was read at one moment. */
    record Reading(Instant at, long oldestSeconds, long held, long deadKeys, long silentPrograms) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ordrebro.bookings.oldest.underway", () -> reading().oldestSeconds)
                .description("Age of the oldest booking under way")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("ordrebro.bookings.held", () -> reading().held)
                .description("Bookings that wait for a person")
                .register(registry);
        Gauge.builder("ordrebro.accounting.keys.dead", () -> reading().deadKeys)
                .description("Accounting integrations whose key is refused or whose company is closed")
                .register(registry);
        Gauge.builder("ordrebro.accounting.silent", () -> reading().silentPrograms)
                .description("Accounting integrations that give no usable answer")
                .register(registry);
    }

    Reading reading() {
        Instant now = clock.instant();
        Reading known = last;
        if (Duration.between(known.at, now).compareTo(FRESH) >= 0) {
            known = read(now);
            last = known;
        }
        return known;
    }

    /** Three looks for each company that has something under way, by the index of states; the other two tables have a few rows for each company. */
    private Reading read(Instant now) {
        return jdbc.sql("""
                        select
                            (select min(first.created_at)
                             from booking_count c cross join (values ('WAITING'), ('SENDING'), ('SUSPECT')) as s (state), lateral (
                                 select b.created_at from booking b
                                 where b.company_id = c.company_id and b.state = s.state
                                 order by b.booking_id limit 1) first
                             where c.bucket = 'UNDERWAY' and c.code = '' and c.n > 0) as oldest,
                            (select coalesce(sum(n), 0) from booking_count where bucket = 'HELD' and code = '') as held,
                            (select count(*) from accounting_health where code in ('KEY_REFUSED', 'COMPANY_CLOSED')) as dead,
                            (select count(*) from accounting_health where code not in ('', 'KEY_REFUSED', 'COMPANY_CLOSED')) as silent
                        """)
                .query((row, index) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Reading(
                            now,
                            oldest == null
                                    ? 0
                                    : Duration.between(oldest.toInstant(), now).toSeconds(),
                            row.getLong("held"),
                            row.getLong("dead"),
                            row.getLong("silent"));
                })
                .single();
    }
}
