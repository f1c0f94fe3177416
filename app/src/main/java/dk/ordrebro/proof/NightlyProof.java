package dk.ordrebro.proof;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Who;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proof of one night and one accounting integration: the latest days, and older ones with which something was wrong, so that it is seen
 * when they have been mended. How many days that is does not grow with the books.
 */
class NightlyProof {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyProof.class);

    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final int LATEST_DAYS = 7;
    static final int OLDER_DAYS = 31;
    /** How far back a document made late is looked for. */
    private static final int UNCHECKED_DAYS = 92;

    private final JdbcProof proof;
    private final ProofRows rows;
    private final ReadBack readBack;
    private final AccountingIntegrations integrations;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    NightlyProof(
            JdbcProof proof,
            ProofRows rows,
            ReadBack readBack,
            AccountingIntegrations integrations,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.proof = proof;
        this.rows = rows;
        this.readBack = readBack;
        this.integrations = integrations;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Compares through yesterday. An integration that is gone or switched off is left alone.
     *
     * @param last whether an accounting program that cannot be asked now is given up for this night
     * @return false when it should be asked again later
     */
    boolean run(CompanyId company, AccountingIntegrationId id, boolean last) {
        Optional<AccountingIntegration> integration =
                integrations.find(company, id).filter(AccountingIntegration::active);
        if (integration.isEmpty()) {
            return true;
        }
        LocalDate through = LocalDate.ofInstant(clock.instant(), COPENHAGEN).minusDays(1);
        LocalDate from = through.minusDays(LATEST_DAYS - 1L);
        List<LocalDate> older = older(company, id, from);
        try {
            keep(integration.get(), from, through, older.size(), compare(integration.get(), from, through, older));
            return true;
        } catch (AccountingUnavailable unavailable) {
            LOG.warn("Nightly proof of {}: {}", id, unavailable.getMessage());
            if (last) {
                Night night = new Night(
                        clock.instant(),
                        Night.Result.UNAVAILABLE,
                        clock.instant(),
                        from,
                        through,
                        older.size(),
                        0,
                        0,
                        unavailable.problem().code() + ": "
                                + unavailable.problem().detail());
                keep(integration.get(), night, List.of(unavailable.problem().detail()));
            }
            return false;
        }
    }

    /** Days with which something was wrong, then those whose documents nobody has looked for since they were made; latest first. */
    private List<LocalDate> older(CompanyId company, AccountingIntegrationId id, LocalDate before) {
        Stream<LocalDate> unchecked =
                proof.report(company, id, before.minusDays(UNCHECKED_DAYS), before.minusDays(1)).days().stream()
                        .filter(day -> day.unchecked().n() > 0)
                        .map(ProofDay::day);
        return Stream.concat(rows.wrongBefore(company, id, before, OLDER_DAYS).stream(), unchecked)
                .distinct()
                .limit(OLDER_DAYS)
                .toList();
    }

    private List<ProofReport> compare(
            AccountingIntegration integration, LocalDate from, LocalDate through, List<LocalDate> older) {
        List<ProofReport> reports = new ArrayList<>();
        readBack.lookAtOlderDrafts(integration, from);
        reports.add(proof.compareAndKeep(integration, from, through));
        for (LocalDate day : older) {
            reports.add(proof.compareAndKeep(integration, day, day));
        }
        return reports;
    }

    private void keep(
            AccountingIntegration integration,
            LocalDate from,
            LocalDate through,
            int older,
            List<ProofReport> reports) {
        int findings =
                reports.stream().mapToInt(report -> report.findings().size()).sum();
        int invoices = reports.stream().mapToInt(ProofReport::invoices).sum();
        Figures waiting =
                reports.stream().map(report -> report.sum(ProofDay::waiting)).reduce(Figures.NONE, Figures::plus);
        Verdict verdict = Verdict.of(!reports.stream().allMatch(ProofReport::agrees), waiting);
        Instant now = clock.instant();
        Night night = new Night(
                now,
                switch (verdict) {
                    case Verdict.Agrees() -> Night.Result.AGREES;
                    case Verdict.Waits(Figures some) -> Night.Result.WAITS;
                    case Verdict.Disagrees(Figures some) -> Night.Result.DISAGREES;
                },
                now,
                from,
                through,
                older,
                invoices,
                findings,
                waiting.n() == 0 ? "" : Long.toString(waiting.n()));
        keep(
                integration,
                night,
                List.of(Integer.toString(invoices), Integer.toString(findings), Long.toString(waiting.n())));
    }

    private void keep(AccountingIntegration integration, Night night, List<String> more) {
        List<String> facts = new ArrayList<>(List.of(
                integration.name(), night.from().toString(), night.through().toString()));
        facts.addAll(more);
        String verb = switch (night.result()) {
            case AGREES -> "night-agrees";
            case WAITS -> "night-waits";
            case DISAGREES -> "night-disagrees";
            case UNAVAILABLE -> "night-unavailable";
        };
        transaction.executeWithoutResult(status -> {
            rows.keep(integration.company(), integration.id(), night);
            events.publishEvent(new Happened(
                    integration.company(),
                    Who.ORDREBRO,
                    "proof",
                    integration.id().toString(),
                    verb,
                    facts));
        });
    }
}
