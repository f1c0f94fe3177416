/** Shopify: orders by its Admin GraphQL API, one pinned version, and its signed webhooks. */
@NullMarked
package dk.ordrebro.intake.shopify;

import org.jspecify.annotations.NullMarked;
