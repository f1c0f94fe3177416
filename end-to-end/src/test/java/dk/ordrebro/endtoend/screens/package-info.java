@NullMarked
package dk.ordrebro.endtoend.screens;

import org.jspecify.annotations.NullMarked;
