/** The audit trail. */
@NullMarked
package dk.ordrebro.web.activity;

import org.jspecify.annotations.NullMarked;
