/** How people come in: invitations into a company, and signing up by themselves. */
@NullMarked
package dk.ordrebro.access.joining;

import org.jspecify.annotations.NullMarked;
