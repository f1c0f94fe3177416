/** What a person reads when a page cannot be shown. */
@NullMarked
package dk.ordrebro.web.error;

import org.jspecify.annotations.NullMarked;
