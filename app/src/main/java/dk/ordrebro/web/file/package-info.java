/** The tab Fil of a shop whose orders come in files. */
@NullMarked
package dk.ordrebro.web.file;

import org.jspecify.annotations.NullMarked;
