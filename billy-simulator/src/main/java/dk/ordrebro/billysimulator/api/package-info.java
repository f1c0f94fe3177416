/** The HTTP face under /v2: routes, envelopes, lists, filters, includes. */
@NullMarked
package dk.ordrebro.billysimulator.api;

import org.jspecify.annotations.NullMarked;
