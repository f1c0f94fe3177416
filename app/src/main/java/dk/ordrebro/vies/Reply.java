package dk.ordrebro.vies;

import org.jspecify.annotations.Nullable;

/** What the register said. */
sealed interface Reply {

    /**
     * Yes or no.
     *
     * @param registered whether the number is valid for trade within the EU today
     * @param name and
     * @param address as the member state tells them; null where it tells none (Germany and Spain)
     * @param consultation the register's own number for this question; null when we did not say who asks
     */
    record Told(
            boolean registered,
            @Nullable String name,
            @Nullable String address,
            @Nullable String consultation) implements Reply {}

    /**
     * Nothing that tells yes from no.
     *
     * @param seen what came instead, in a few words; for the person who looks into it
     */
    record NotTold(Obstacle obstacle, String seen) implements Reply {}
}
