package dk.ordrebro.intake.http;

import dk.ordrebro.SettableClock;
import dk.ordrebro.integration.OutsideAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** The HTTP client for shops, allowed to call a stand-in on this machine; waiting moves the clock instead of taking time. */
public final class LoopbackHttp {

    private static final ShopLimits LIMITS = new ShopLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            DataSize.ofMegabytes(16),
            10,
            10,
            DataSize.ofMegabytes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    public final List<Duration> waited = new ArrayList<>();
    public final ShopHttp http;

    public LoopbackHttp(SettableClock clock) {
        http = new ShopHttp(LIMITS, new OutsideAddresses(true), clock, new Turns(clock, time -> {
            waited.add(time);
            clock.advance(time);
        }));
    }
}
