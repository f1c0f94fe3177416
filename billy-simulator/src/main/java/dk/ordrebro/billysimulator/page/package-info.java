/** Pages for people: what a bookkeeper would see in Billy. */
@NullMarked
package dk.ordrebro.billysimulator.page;

import org.jspecify.annotations.NullMarked;
