/** The program as a process: what it prints, how it ends, and what is left when it is killed. */
@NullMarked
package dk.ordrebro.endtoend.program;

import org.jspecify.annotations.NullMarked;
