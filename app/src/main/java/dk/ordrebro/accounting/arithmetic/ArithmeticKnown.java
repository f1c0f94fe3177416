package dk.ordrebro.accounting.arithmetic;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the way a company's ledger rounds VAT.
 *
 * @param possible the rules that fit every answer so far; never empty
 * @param shownBy reference of the document whose answer told the most; null while none told anything
 * @param at when it did
 */
public record ArithmeticKnown(
        Set<LedgerArithmetic> possible,
        @Nullable String shownBy,
        @Nullable Instant at) {

    /** Before any answer tells: the published rule is taken for granted. */
    public static final ArithmeticKnown NOTHING =
            new ArithmeticKnown(EnumSet.allOf(LedgerArithmetic.class), null, null);

    public ArithmeticKnown {
        if (possible.isEmpty()) {
            throw new IllegalArgumentException("No rule is possible");
        }
        possible = Set.copyOf(possible);
    }

    /** The rule to count by: of the possible ones the first in the order of {@link LedgerArithmetic}, the published one before the others. */
    public LedgerArithmetic rule() {
        return EnumSet.copyOf(possible).iterator().next();
    }

    /** Whether any answer told something. */
    public boolean isShown() {
        return shownBy != null;
    }

    /** What an answer that fits these rules leaves. One that fits none that was possible starts anew. */
    ArithmeticKnown after(Set<LedgerArithmetic> fitting, String reference, Instant when) {
        Set<LedgerArithmetic> both = EnumSet.copyOf(fitting);
        both.retainAll(possible);
        Set<LedgerArithmetic> left = both.isEmpty() ? fitting : both;
        return left.equals(possible) ? this : new ArithmeticKnown(left, reference, when);
    }
}
