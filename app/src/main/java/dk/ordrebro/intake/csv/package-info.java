/** Orders that come in by csv. */
@org.springframework.modulith.NamedInterface("csv")
@NullMarked
package dk.ordrebro.intake.csv;

import org.jspecify.annotations.NullMarked;
