/** What a person sees and changes of themselves, and the companies they work in. */
@NullMarked
package dk.ordrebro.web.me;

import org.jspecify.annotations.NullMarked;
