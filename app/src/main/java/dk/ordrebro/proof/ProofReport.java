package dk.ordrebro.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a comparison of some days found. */
public record ProofReport(
        LocalDate from, LocalDate through, List<ProofDay> days, List<Finding> findings, Instant checkedAt) {

    public ProofReport {
        days = List.copyOf(days);
        findings = List.copyOf(findings);
    }

    public boolean agrees() {
        return days.stream().allMatch(ProofDay::agrees);
    }

    public int missing() {
        return days.stream().mapToInt(ProofDay::missing).sum();
    }

    public int extra() {
        return days.stream().mapToInt(ProofDay::extra).sum();
    }

    public int invoices() {
        return days.stream().mapToInt(ProofDay::invoices).sum();
    }

    public Amounts difference() {
        return days.stream().map(ProofDay::difference).reduce(Amounts.NONE, Amounts::plus);
    }
}
