/** Speaking with Billy: one request at a time, bounded, patient, and never twice where twice would make two. */
@NullMarked
package dk.ordrebro.accounting.billy.wire;

import org.jspecify.annotations.NullMarked;
