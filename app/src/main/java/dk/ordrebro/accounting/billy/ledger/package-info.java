/** A company's chart of accounts, VAT rates and rules as Billy keeps them. */
@NullMarked
package dk.ordrebro.accounting.billy.ledger;

import org.jspecify.annotations.NullMarked;
