package dk.ordrebro.intake.csv;

/** Hears how far an import has come. Called on the importing thread, now and then. */
public interface Progress {

    Progress NONE = (_, _, _) -> {};

    /**
     * Tells where it is.
     *
     * @param rows how many rows of this phase are done
     * @param of how many there are; 0 while that is not known yet
     */
    void at(Phase phase, long rows, long of);

    /** The file is read once for each. */
    enum Phase {
        CHECKING,
        ORDERS,
        CANCELLATIONS
    }
}
