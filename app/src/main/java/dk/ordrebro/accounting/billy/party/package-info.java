/** The contacts and products an invoice names: found again, or made once. */
@NullMarked
package dk.ordrebro.accounting.billy.party;

import org.jspecify.annotations.NullMarked;
