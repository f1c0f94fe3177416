/** Companies and their people: founded, found, given a role, removed. */
@NullMarked
package dk.ordrebro.access.people;

import org.jspecify.annotations.NullMarked;
