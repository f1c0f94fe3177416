/** Signing in with a password, the session after it, and what people change about their own way in. */
@NullMarked
package dk.ordrebro.access.signin;

import org.jspecify.annotations.NullMarked;
