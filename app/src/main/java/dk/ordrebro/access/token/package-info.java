/** The tokens by which programs speak to the API. */
@NullMarked
package dk.ordrebro.access.token;

import org.jspecify.annotations.NullMarked;
