/** Vendure's Admin API (GraphQL): {@code docs/reference/webshops.md} 6, and the schema of a running 3.7. */
@NullMarked
package dk.ordrebro.intake.vendure;

import org.jspecify.annotations.NullMarked;
