/** What Billy does with its records: life cycle, VAT, amounts, ledger and the data of a fresh company. */
@NullMarked
package dk.ordrebro.billysimulator.books;

import org.jspecify.annotations.NullMarked;
