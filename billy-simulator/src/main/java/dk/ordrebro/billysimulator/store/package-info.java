/** Companies and their records in memory, with indexes, atomic changes and a journal. */
@NullMarked
package dk.ordrebro.billysimulator.store;

import org.jspecify.annotations.NullMarked;
