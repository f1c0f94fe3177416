package dk.ordrebro.proof;

/** The answer to the proof's question: is everything that was handled in the books, with its amount? */
public sealed interface Verdict {

    /** All of it is. */
    record Agrees() implements Verdict {}

    /** What is in the books is right, but not everything is there yet. */
    record Waits(Figures waiting) implements Verdict {}

    /** Something is missing, too much, or not as it was booked; whatever waits besides. */
    record Disagrees(Figures waiting) implements Verdict {}

    static Verdict of(boolean wrong, Figures waiting) {
        if (wrong) {
            return new Disagrees(waiting);
        }
        return waiting.n() > 0 ? new Waits(waiting) : new Agrees();
    }

    /** The last part of the key of its texts, and its class on the page. */
    default String word() {
        return switch (this) {
            case Agrees() -> "agrees";
            case Waits(Figures waiting) -> "waits";
            case Disagrees(Figures waiting) -> "disagrees";
        };
    }
}
