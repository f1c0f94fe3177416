package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a draft looks as it does, in facts a bookkeeper can check.
 *
 * @param area null when it could not be decided
 * @param territory the row of the territory table that decided the area, such as "DK 39xx Greenland"
 * @param territoryVersion which edition of the table was used
 * @param treatment null when it could not be decided
 * @param sums how the order's own total was met
 * @param notes further facts, such as a gift card that paid
 */
public record Trail(
        @Nullable Area area,
        String territory,
        String territoryVersion,
        @Nullable VatTreatment treatment,
        @Nullable SumRule sums,
        List<TrailLine> lines,
        List<String> notes) {

    public Trail {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /**
     * One line of the draft, explained.
     *
     * @param template kind and area of the template that matched, or would have, such as "ITEM/DOMESTIC"
     * @param rule conditions of the rule that came before it; none where the template decided
     */
    public record TrailLine(
            String orderLine,
            String kind,
            String description,
            String template,
            String account,
            String accountName,
            String ruleset,
            @Nullable VatRate rate,
            @Nullable Totals totals,
            List<Condition> rule) {

        /** What was stored before there were rules names none. */
        public TrailLine {
            rule = rule == null ? List.of() : List.copyOf(rule);
        }
    }

    /** Which step of the reconciliation ladder met the order's total ({@code docs/reference/vat.md} 5.3). */
    public enum SumRule {
        PER_DOCUMENT,
        PER_LINE,
        PER_RATE,
        GROSS_REBUILT,
        ROUNDING_LINE
    }
}
