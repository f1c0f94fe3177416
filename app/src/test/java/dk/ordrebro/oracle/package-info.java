/** What a ledger must come to, worked out apart from the product: whole numbers and fractions, no class of the product but the drafts it is asked about. */
@NullMarked
package dk.ordrebro.oracle;

import org.jspecify.annotations.NullMarked;
