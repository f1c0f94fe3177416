package dk.ordrebro.enrichment.chart;

import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.enrichment.place.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that a template uses is no longer in the accounting program as a person last saw it.
 *
 * @param subject number and name of the account, or name of the ruleset, as they were
 * @param before what it was; empty where the kind says all
 * @param after what it is
 * @param area whose rate changed; null unless the kind is {@link Kind#RATE_CHANGED}
 * @param buyer whose rate changed; null unless the kind is {@link Kind#RATE_CHANGED}
 */
@NamedInterface("chart")
public record ChartChange(
        Kind kind,
        String subject,
        String before,
        String after,
        @Nullable Area area,
        @Nullable BuyerType buyer) {

    /** What happened to it. Pages have a sentence for each in every language. */
    public enum Kind {
        ACCOUNT_RENAMED,
        ACCOUNT_ARCHIVED,
        ACCOUNT_GONE,
        ACCOUNT_NATURE_CHANGED,
        RULESET_RENAMED,
        RULESET_GONE,
        RATE_CHANGED
    }

    static ChartChange of(Kind kind, String subject, String before, String after) {
        return new ChartChange(kind, subject, before, after, null, null);
    }
}
