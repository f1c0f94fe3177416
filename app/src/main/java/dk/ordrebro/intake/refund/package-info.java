/** Money that shops paid back without saying for what: the questions, and the answers that become credit notes. */
@org.springframework.modulith.NamedInterface("refund")
@NullMarked
package dk.ordrebro.intake.refund;

import org.jspecify.annotations.NullMarked;
