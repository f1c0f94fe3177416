/** What Billy says, as records: read from its JSON, with what is assumed about it where its documents are silent. */
@NullMarked
package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.NullMarked;
