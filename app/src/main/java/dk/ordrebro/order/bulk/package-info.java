/** One deed for many orders: a job, its batches, its progress. */
@NullMarked
package dk.ordrebro.order.bulk;

import org.jspecify.annotations.NullMarked;
