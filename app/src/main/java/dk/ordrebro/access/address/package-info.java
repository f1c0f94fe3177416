/** Whose a request is: the company stands in the address, and who asks must belong to it. */
@NullMarked
package dk.ordrebro.access.address;

import org.jspecify.annotations.NullMarked;
