/** The whole program as people use it: the application, its database and the simulated Billy, in a real browser. */
@NullMarked
package dk.ordrebro.endtoend;

import org.jspecify.annotations.NullMarked;
