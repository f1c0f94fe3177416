/** How people get in. */
@NullMarked
package dk.ordrebro.web.door;

import org.jspecify.annotations.NullMarked;
