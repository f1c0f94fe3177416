package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.WrongValue;
import dk.ordrebro.billysimulator.store.Reading;

/**
 * A query parameter that filters a list.
 *
 * @param required whether the list is refused without it
 */
record FilterRule(String name, Known known, boolean required, Maker maker) {

    /** Makes the filter of a value. Throws {@link WrongValue}. */
    @FunctionalInterface
    interface Maker {
        Filter make(Reading books, String value);
    }

    FilterRule mandatory() {
        return new FilterRule(name, known, true, maker);
    }
}
