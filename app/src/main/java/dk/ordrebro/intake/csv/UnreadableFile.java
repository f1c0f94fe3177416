package dk.ordrebro.intake.csv;

/** The file as a whole cannot be read as orders. */
final class UnreadableFile extends Exception {

    private final Fault fault;

    UnreadableFile(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
