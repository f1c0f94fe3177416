/** The second factor: codes from an app, and the codes for the day it is lost. */
@NullMarked
package dk.ordrebro.access.factor;

import org.jspecify.annotations.NullMarked;
