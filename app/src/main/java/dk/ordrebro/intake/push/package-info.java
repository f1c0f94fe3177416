/** Orders that come in by push. */
@org.springframework.modulith.NamedInterface("push")
@NullMarked
package dk.ordrebro.intake.push;

import org.jspecify.annotations.NullMarked;
