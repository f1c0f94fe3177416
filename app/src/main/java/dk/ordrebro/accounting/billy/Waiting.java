package dk.ordrebro.accounting.billy;

import java.time.Duration;

/** Lets time pass. Tests let it pass at once. */
@FunctionalInterface
interface Waiting {

    void pass(Duration time) throws InterruptedException;
}
