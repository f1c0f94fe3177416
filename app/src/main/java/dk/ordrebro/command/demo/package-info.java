/** A shop that does not exist, with orders for trying the house out. */
@NullMarked
package dk.ordrebro.command.demo;

import org.jspecify.annotations.NullMarked;
