/** The first page: the four steps, and today. */
@NullMarked
package dk.ordrebro.web.start;

import org.jspecify.annotations.NullMarked;
