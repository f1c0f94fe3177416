/** A faithful stand-in for Billy's API v2. */
@NullMarked
package dk.ordrebro.billysimulator;

import org.jspecify.annotations.NullMarked;
