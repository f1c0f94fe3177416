/** Signing in with a passkey, and keeping passkeys. */
@NullMarked
package dk.ordrebro.access.passkey;

import org.jspecify.annotations.NullMarked;
