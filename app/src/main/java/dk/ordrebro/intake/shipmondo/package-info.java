/** Orders from Shipmondo, fetched through its public API v3 or pushed to us in its format. */
@org.springframework.modulith.NamedInterface("shipmondo")
@NullMarked
package dk.ordrebro.intake.shipmondo;

import org.jspecify.annotations.NullMarked;
