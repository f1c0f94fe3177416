package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.record.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the facts contradict each other, a company can be told to behave the other way. */
public enum Switch {
    /** A PUT with lines is refused, as the documentation's "must not be set after creation" has it. */
    REFUSE_LINE_REPLACEMENT,
    /** Quantities and prices below zero are refused. */
    REFUSE_NEGATIVE_LINES;

    public boolean isOn(Row organization) {
        return Arrays.asList(organization.get(Organization.SWITCHES, "").split(","))
                .contains(name());
    }

    static String stored(Collection<Switch> on) {
        Set<Switch> sorted = EnumSet.noneOf(Switch.class);
        sorted.addAll(on);
        return sorted.stream().map(Switch::name).collect(Collectors.joining(","));
    }
}
