/** Answering what only a person can decide, where it is asked: for one order or for all that ask the same. */
@NullMarked
package dk.ordrebro.web.answer;

import org.jspecify.annotations.NullMarked;
