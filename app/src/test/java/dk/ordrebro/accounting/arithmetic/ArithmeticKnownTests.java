package dk.ordrebro.accounting.arithmetic;

import static dk.ordrebro.accounting.arithmetic.LedgerArithmetic.DOCUMENT;
import static dk.ordrebro.accounting.arithmetic.LedgerArithmetic.LINE;
import static dk.ordrebro.accounting.arithmetic.LedgerArithmetic.RATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArithmeticKnownTests {

    private static final Instant FIRST = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant THEN = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void takesThePublishedRuleForGrantedUntilAnAnswerShowsOne() {
        assertThat(ArithmeticKnown.NOTHING.rule()).isEqualTo(DOCUMENT);
        assertThat(ArithmeticKnown.NOTHING.isShown()).isFalse();
        assertThat(ArithmeticKnown.NOTHING.after(Set.of(LINE), "a:1", FIRST))
                .isEqualTo(new ArithmeticKnown(Set.of(LINE), "a:1", FIRST));
    }

    @Test
    void rulesOutOneAfterTheOtherAndThePublishedOneLast() {
        ArithmeticKnown one = ArithmeticKnown.NOTHING.after(Set.of(DOCUMENT, RATE), "a:1", FIRST);
        ArithmeticKnown two = one.after(Set.of(RATE, LINE), "a:2", THEN);

        assertThat(one.rule()).isEqualTo(DOCUMENT);
        assertThat(two).isEqualTo(new ArithmeticKnown(Set.of(RATE), "a:2", THEN));
    }

    @Test
    void keepsWhoShowedItWhileAnswersTellNothingNew() {
        ArithmeticKnown one = ArithmeticKnown.NOTHING.after(Set.of(LINE), "a:1", FIRST);

        assertThat(one.after(Set.of(LINE, RATE), "a:2", THEN)).isSameAs(one);
    }

    @Test
    void startsAnewWithAnAnswerThatContradicts() {
        ArithmeticKnown one = ArithmeticKnown.NOTHING.after(Set.of(LINE), "a:1", FIRST);

        assertThat(one.after(Set.of(DOCUMENT, RATE), "a:2", THEN))
                .isEqualTo(new ArithmeticKnown(Set.of(DOCUMENT, RATE), "a:2", THEN));
    }
}
