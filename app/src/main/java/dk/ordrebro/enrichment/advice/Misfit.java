package dk.ordrebro.enrichment.advice;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Something about a filled template that will not do, or hardly: for a person to see before orders are held for it.
 *
 * @param facts what the sentence on screen is filled with, in the order its text asks for
 */
@NamedInterface("advice")
public record Misfit(Code code, List<String> facts) {

    public Misfit {
        facts = List.copyOf(facts);
    }

    static Misfit of(Code code, String... facts) {
        return new Misfit(code, List.of(facts));
    }

    /** The kinds of misfit. Pages have a sentence for each in every language. */
    public enum Code {
        /** Facts: account number. */
        ACCOUNT_GONE,
        /** Facts: account number, name. */
        ACCOUNT_ARCHIVED,
        /** Facts: account number, name, {@link dk.ordrebro.accounting.Account.Nature}. */
        ACCOUNT_NOT_INCOME,
        RULESET_GONE,
        /** Facts: ruleset, the rate it gives, the rate that is due. */
        RATE_DOMESTIC,
        /** Facts: ruleset, country. Consumers there would be invoiced without VAT. */
        RATE_EU_CONSUMER,
        /** Facts: ruleset, the rate it gives, country. Businesses that bought without VAT would be held. */
        RATE_EU_BUSINESS,
        /** Facts: ruleset, the rate it gives, country. */
        RATE_OUTSIDE
    }
}
