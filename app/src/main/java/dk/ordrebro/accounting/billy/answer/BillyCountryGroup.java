package dk.ordrebro.accounting.billy.answer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A group of countries that a VAT rule may name.
 *
 * @param memberCountryIds documented as a string whose separator nobody tells; taken as it comes
 */
public record BillyCountryGroup(
        @Nullable String id, @Nullable JsonNode memberCountryIds) {}
