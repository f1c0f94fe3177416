/** A copy of everything that is kept, in one file, and back again. */
@NamedInterface("backup")
@NullMarked
package dk.ordrebro.database.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
