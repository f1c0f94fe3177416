/** The keys of programs that call us. */
@NullMarked
package dk.ordrebro.web.tokens;

import org.jspecify.annotations.NullMarked;
