/** A real shop: Vendure, its orders made as customers and shop owners make them, and the books that come of it. */
@NullMarked
package dk.ordrebro.endtoend.vendure;

import org.jspecify.annotations.NullMarked;
