/** Orders as a list: filtered, searched, page by page, and saved views of it. */
@NullMarked
package dk.ordrebro.order.list;

import org.jspecify.annotations.NullMarked;
