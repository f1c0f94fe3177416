/** Behind Billy's back: companies, keys, counters and the request log, in process and over HTTP. */
@NullMarked
package dk.ordrebro.billysimulator.admin;

import org.jspecify.annotations.NullMarked;
