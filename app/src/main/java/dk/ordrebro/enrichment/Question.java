package dk.ordrebro.enrichment;

import java.util.List;

/**
 * Something only a person can answer; the booking is held until then.
 *
 * @param facts what the sentence on screen is filled with, in the order its text asks for
 */
public record Question(Code code, List<String> facts) {

    public Question {
        facts = List.copyOf(facts);
    }

    public static Question of(Code code, String... facts) {
        return new Question(code, List.of(facts));
    }

    /** The kinds of question. Pages have a sentence for each in every language. */
    public enum Code {
        COUNTRY_MISSING,
        COUNTRY_UNKNOWN,
        AREA_UNSURE,
        TEMPLATE_INCOMPLETE,
        GIFT_CARD_TEMPLATE_MISSING,
        ACCOUNT_GONE,
        RULESET_GONE,
        RATE_DISAGREES,
        TAX_CHARGED_ON_EXPORT,
        VAT_NUMBER_INVALID,
        VAT_NUMBER_UNVERIFIED,
        FOREIGN_VAT,
        CURRENCY_DECIMALS,
        TOTAL_DISAGREES,
        VAT_DISAGREES,
        NEGATIVE_LINE,
        DISCOUNT_TOO_LARGE,
        PERIOD_LOCKED,
        MANUAL_NUMBERING,
        ORIGINAL_UNKNOWN,
        ORIGINAL_NOT_BOOKED,
        CREDIT_TOO_LARGE
    }
}
