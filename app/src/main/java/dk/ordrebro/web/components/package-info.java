/** The parts pages are made of, all on one page. */
@NullMarked
package dk.ordrebro.web.components;

import org.jspecify.annotations.NullMarked;
