/** The rules below the templates: made, tried on real orders, put in order; and since when One Stop Shop is used. */
@NullMarked
package dk.ordrebro.web.rules;

import org.jspecify.annotations.NullMarked;
