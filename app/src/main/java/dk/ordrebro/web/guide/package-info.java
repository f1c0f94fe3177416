/** The guide in the reader's language, the same text and pictures that the repository has. */
@NullMarked
package dk.ordrebro.web.guide;

import org.jspecify.annotations.NullMarked;
