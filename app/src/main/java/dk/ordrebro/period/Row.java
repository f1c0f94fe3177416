package dk.ordrebro.period;

/**
 * All that has one value in a dimension.
 *
 * @param value as {@link Dimension} gives it; empty where there is none
 * @param name what a person calls it; empty where the value says all
 * @param documents how many have a line in it
 */
public record Row(String value, String name, long documents, Sum sum) {}
