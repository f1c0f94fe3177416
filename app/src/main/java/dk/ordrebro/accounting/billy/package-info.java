/** The accounting program Billy. Nothing outside this folder knows it. */
@NullMarked
package dk.ordrebro.accounting.billy;

import org.jspecify.annotations.NullMarked;
