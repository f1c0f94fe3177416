/** How an accounting program adds a document up, and which way a company's own does. */
@org.springframework.modulith.NamedInterface("arithmetic")
@NullMarked
package dk.ordrebro.accounting.arithmetic;

import org.jspecify.annotations.NullMarked;
