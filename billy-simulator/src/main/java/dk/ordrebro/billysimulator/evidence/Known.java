package dk.ordrebro.billysimulator.evidence;

/** How a behaviour of Billy is known, from firm to thin. */
public enum Known {
    /** Stands in Billy's own documentation. */
    DOCUMENTED("documented", "D"),
    /** Stands in code that Billy itself has published: old, and written by those who run the service. */
    PUBLISHED("Billy's own code", "B"),
    /** Seen in recorded real answers. */
    RECORDED("recorded answer", "F"),
    /** Seen by unauthenticated probes of the live service. */
    PROBED("probed live", "P"),
    /** Reported or relied upon by authors of clients. */
    REPORTED("client authors", "L/C"),
    /** Not seen anywhere: our own cautious choice. */
    GUESSED("our guess", "I");

    private final String label;
    private final String referenceMark;

    Known(String label, String referenceMark) {
        this.label = label;
        this.referenceMark = referenceMark;
    }

    public String label() {
        return label;
    }

    /** The mark that the reference puts beside such a fact. */
    public String referenceMark() {
        return referenceMark;
    }
}
