/** What can go wrong on demand: which calls a fault meets, how often, and what it does to them. */
@NullMarked
package dk.ordrebro.billysimulator.fault;

import org.jspecify.annotations.NullMarked;
