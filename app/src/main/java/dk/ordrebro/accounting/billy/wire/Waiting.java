package dk.ordrebro.accounting.billy.wire;

import java.time.Duration;

/** Lets time pass. Tests let it pass at once. */
@FunctionalInterface
public interface Waiting {

    void pass(Duration time) throws InterruptedException;
}
