package dk.ordrebro.simulation;

/** The process dies here: whatever is under way comes to no end that anybody hears of. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1;

    Crash(String where) {
        super("crash " + where);
    }
}
