/** The people of a company. */
@NullMarked
package dk.ordrebro.web.users;

import org.jspecify.annotations.NullMarked;
