/** Orders that a shop pushes to us in our own format; {@code docs/push-format.md} describes it. */
@org.springframework.modulith.NamedInterface("push")
@NullMarked
package dk.ordrebro.intake.push;

import org.jspecify.annotations.NullMarked;
