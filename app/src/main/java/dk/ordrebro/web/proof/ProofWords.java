package dk.ordrebro.web.proof;

import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.Rates;
import dk.ordrebro.proof.Verdict;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** What a proof says, in the reader's words. */
@Component("proofWords")
class ProofWords {

    private final Words words;
    private final Show show;

    ProofWords(Words words, Show show) {
        this.words = words;
        this.show = show;
    }

    /** The verdict of many days. */
    public String answer(Verdict verdict) {
        return words.text("proof.answer." + verdict.word(), facts(show, verdict));
    }

    /** How many wait, and how much that is; of how many nobody can say. */
    static Object[] facts(Show show, Verdict verdict) {
        Figures waiting = waiting(verdict);
        return new Object[] {
            show.number(waiting.n()),
            show.amounts(waiting.amounts().present().byCurrency()),
            waiting.unknown(),
            waiting.n()
        };
    }

    private static Figures waiting(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Agrees() -> Figures.NONE;
            case Verdict.Waits(Figures waiting) -> waiting;
            case Verdict.Disagrees(Figures waiting) -> waiting;
        };
    }

    public String rates(Rates.Kroner kroner) {
        return rates(words, show, kroner);
    }

    public String used(List<Rates.Rate> rates) {
        return rates(words, show, rates);
    }

    static String rates(Words words, Show show, Rates.Kroner kroner) {
        return rates(words, show, kroner.used());
    }

    /** Each currency's latest rate with who used it: {@code EUR 7,4605 (regnskabet 23-11-2026)}. */
    private static String rates(Words words, Show show, List<Rates.Rate> used) {
        return used.stream()
                .collect(Collectors.toMap(
                        Rates.Rate::currency,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Rates.Rate::day)),
                        TreeMap::new))
                .values()
                .stream()
                .map(rate -> words.text(
                        "proof.rate." + rate.source(),
                        rate.currency(),
                        show.quantity(rate.rate()),
                        show.day(rate.day())))
                .collect(Collectors.joining(", "));
    }

    /** Which order, who bought, how much. */
    public String about(Finding finding) {
        return about(words, show, finding);
    }

    static String about(Words words, Show show, Finding finding) {
        List<String> about = new ArrayList<>();
        if (!finding.orderNumber().isBlank()) {
            about.add(words.text("attention.booking", finding.orderNumber()));
        }
        if (!finding.customer().isBlank()) {
            about.add(finding.customer());
        }
        Money amount = finding.amount();
        if (amount != null) {
            about.add(show.money(amount));
        }
        about.add(finding.reference());
        return String.join(" · ", about);
    }
}
