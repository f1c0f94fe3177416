/** Orders that come in as a file of lines, one row for each order line. */
@org.springframework.modulith.NamedInterface("csv")
@NullMarked
package dk.ordrebro.intake.csv;

import org.jspecify.annotations.NullMarked;
