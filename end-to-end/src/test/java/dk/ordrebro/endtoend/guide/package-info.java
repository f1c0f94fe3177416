@NullMarked
package dk.ordrebro.endtoend.guide;

import org.jspecify.annotations.NullMarked;
