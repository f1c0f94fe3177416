/** Takes a webshop's handled orders to the books. */
@NullMarked
package dk.ordrebro;

import org.jspecify.annotations.NullMarked;
