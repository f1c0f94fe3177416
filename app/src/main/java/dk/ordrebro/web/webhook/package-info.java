/** Indstillinger → Integration → Webhooks: who is told what becomes of bookings. */
@NullMarked
package dk.ordrebro.web.webhook;

import org.jspecify.annotations.NullMarked;
