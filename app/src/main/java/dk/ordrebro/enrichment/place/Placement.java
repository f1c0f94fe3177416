package dk.ordrebro.enrichment.place;

/** What is known about where a delivery goes. */
public sealed interface Placement {

    /** The place is found; {@code certain} is false where a missing postcode leaves room for an exception. */
    record Placed(Territory territory, boolean certain) implements Placement {}

    /** The address leaves it open, and a person must say. */
    record Unsure(Territory likeliest) implements Placement {}

    record CountryMissing() implements Placement {}

    record CountryUnknown(String written) implements Placement {}
}
