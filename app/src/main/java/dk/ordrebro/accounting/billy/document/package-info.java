/** Invoices and credit notes: made as drafts, found again, read back, approved. */
@NullMarked
package dk.ordrebro.accounting.billy.document;

import org.jspecify.annotations.NullMarked;
