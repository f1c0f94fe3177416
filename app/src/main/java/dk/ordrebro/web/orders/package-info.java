/** Orders, and handling them. */
@NullMarked
package dk.ordrebro.web.orders;

import org.jspecify.annotations.NullMarked;
