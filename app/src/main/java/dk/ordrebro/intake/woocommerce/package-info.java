/** WooCommerce shops, read through REST v3 ({@code docs/reference/webshops.md} 2). */
@NullMarked
package dk.ordrebro.intake.woocommerce;

import org.jspecify.annotations.NullMarked;
