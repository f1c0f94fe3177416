package dk.ordrebro.intake.http;

import dk.ordrebro.SettableClock;
import dk.ordrebro.integration.OutsideAddresses;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A client for shops on this machine that keeps its pace in a time of its own, so that no test waits. */
public final class UnhurriedHttp {

    private UnhurriedHttp() {}

    public static ShopHttp open() {
        return open(SettableClock.atNoon());
    }

    /** The same in a time that passes where a real client would wait. */
    public static ShopHttp open(SettableClock time) {
        ShopLimits limits = new ShopLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(16),
                10,
                10,
                DataSize.ofMegabytes(1),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30));
        return new ShopHttp(limits, new OutsideAddresses(true), time, new Turns(time, time::advance));
    }
}
