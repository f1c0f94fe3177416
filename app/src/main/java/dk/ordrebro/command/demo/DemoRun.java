package dk.ordrebro.command.demo;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Takes orders in, waits until they are booked, proves it and sums it up. */
@Component
public final class DemoRun {

    private final Booked booked;
    private final Documents documents;
    private final AccountingSystems systems;
    private final Proof proof;
    private final InstantSource clock;

    DemoRun(Booked booked, Documents documents, AccountingSystems systems, Proof proof, InstantSource clock) {
        this.booked = booked;
        this.documents = documents;
        this.systems = systems;
        this.proof = proof;
        this.clock = clock;
    }

    public Summary run(DemoCompany demo, Function<Bar, Intake.Taken> intake, Bar bar) throws InterruptedException {
        AccountingSystem accounting = systems.open(demo.accounting());
        long callsBefore = accounting.calls();
        long settledBefore = documents.of(demo).settled();
        Instant start = clock.instant();
        bar.begin("Taking in orders");
        Intake.Taken taken = intake.apply(bar);
        bar.begin("Booking");
        booked.await(demo.company().id(), bar);
        Duration took = Duration.between(start, clock.instant());
        long calls = accounting.calls() - callsBefore;
        Documents.Count count = documents.of(demo);
        Optional<ProofReport> report = compare(demo);
        return new Summary(
                taken.orders(),
                taken.lines(),
                taken.refused(),
                count,
                count.settled() - settledBefore,
                report.map(ProofReport::invoices).orElse(0),
                report.map(ProofReport::missing).orElse(0),
                report.map(ProofReport::extra).orElse(0),
                report.map(ProofReport::difference).orElse(Amounts.NONE).byCurrency(),
                report.map(ProofReport::agrees).orElse(true),
                calls,
                took);
    }

    private Optional<ProofReport> compare(DemoCompany demo) {
        CompanyId company = demo.company().id();
        AccountingIntegrationId accounting = demo.accounting().id();
        return proof.span(company, accounting)
                .map(span -> proof.compare(company, accounting, span.from(), span.through()));
    }
}
