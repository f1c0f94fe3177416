package dk.ordrebro.simulation;

/** Something the oracle found wrong. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }
}
