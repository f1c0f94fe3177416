/**
 * The seeded simulation: one process, a clock that only the seed moves, and a shop, a Billy and a person whose every deed comes from the seed.
 * After each step an oracle that shares no code with the product reads the simulated Billy's books and says what is wrong.
 */
@NullMarked
package dk.ordrebro.simulation;

import org.jspecify.annotations.NullMarked;
