/** The simulated Billy's own pages, walked through as a shop owner or bookkeeper would. */
@NullMarked
package dk.ordrebro.endtoend.billy;

import org.jspecify.annotations.NullMarked;
