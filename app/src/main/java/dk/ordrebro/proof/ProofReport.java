package dk.ordrebro.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What is known of some days. */
public record ProofReport(
        LocalDate from, LocalDate through, List<ProofDay> days, List<Finding> findings, Instant checkedAt) {

    public ProofReport {
        days = List.copyOf(days);
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        return Verdict.of(!findings.isEmpty() || days.stream().anyMatch(ProofDay::isWrong), sum(ProofDay::waiting));
    }

    /** Whether nothing is wrong with what stands in the books. It may be that something waits. */
    public boolean agrees() {
        return !(verdict() instanceof Verdict.Disagrees);
    }

    public Figures sum(Function<ProofDay, Figures> figures) {
        return days.stream().map(figures).reduce(Figures.NONE, Figures::plus);
    }

    public Amounts total(Function<ProofDay, Amounts> amounts) {
        return days.stream().map(amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    public Figures at(Place place) {
        return sum(day -> day.at(place));
    }

    public long arrivals() {
        return days.stream().mapToLong(ProofDay::arrivals).sum();
    }

    public int missing() {
        return Math.toIntExact(days.stream().mapToLong(ProofDay::missing).sum());
    }

    public int extra() {
        return Math.toIntExact(days.stream().mapToLong(ProofDay::extra).sum());
    }

    /** Our documents found in the books. */
    public int invoices() {
        return Math.toIntExact(days.stream()
                .map(ProofDay::ledger)
                .mapToLong(ledger -> ledger == null ? 0 : ledger.documents())
                .sum());
    }

    public Amounts difference() {
        return total(ProofDay::difference);
    }
}
