/** Integrations and templates. */
@NullMarked
package dk.ordrebro.web.settings;

import org.jspecify.annotations.NullMarked;
