/** Who is told of what by mail. */
@NullMarked
package dk.ordrebro.web.notifications;

import org.jspecify.annotations.NullMarked;
