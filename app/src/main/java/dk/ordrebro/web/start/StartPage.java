package dk.ordrebro.web.start;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.Documents;
import dk.ordrebro.booking.totals.ProblemGroup;
import dk.ordrebro.booking.totals.Tally;
import dk.ordrebro.booking.totals.Turnover;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.proof.Findings;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: the four steps until they are done, then the day. Everything on it is read from totals that are kept as bookings change. */
@Controller
class StartPage {

    private static final int ATTENTION = 5;
    private static final int DAYS = 30;

    private final Steps steps;
    private final DailyTotals totals;
    private final AccountingIntegrations accountings;
    private final Proof proof;
    private final Findings findings;
    private final InstantSource clock;

    StartPage(
            Steps steps,
            DailyTotals totals,
            AccountingIntegrations accountings,
            Proof proof,
            Findings findings,
            InstantSource clock) {
        this.steps = steps;
        this.totals = totals;
        this.accountings = accountings;
        this.proof = proof;
        this.findings = findings;
        this.clock = clock;
    }

    @GetMapping("/")
    String start(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("steps", steps.of(me.company()));
        numbers(me.company(), page);
        return "start/start";
    }

    /** The steps by themselves: they are ticked off as they are done, in another window too. */
    @GetMapping("/steps")
    String steps(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("steps", steps.of(me.company()));
        return "start/steps :: steps";
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/numbers")
    String numbers(@AuthenticationPrincipal SignedIn me, Model page) {
        numbers(me.company(), page);
        return "start/numbers :: numbers";
    }

    private void numbers(CompanyId company, Model page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate first = today.minusDays(DAYS - 1L);
        LocalDate earliest = month.isBefore(first) ? month : first;
        SortedMap<LocalDate, Tally> days = totals.days(company, first, today);
        List<Turnover> turnover = totals.turnover(company, earliest, today);
        List<Turnover> shown =
                turnover.stream().filter(one -> !one.day().isBefore(first)).toList();
        page.addAttribute("today", today);
        page.addAttribute("todays", days.getOrDefault(today, Tally.NONE));
        page.addAttribute("ever", totals.tally(company));
        page.addAttribute("missingPile", totals.pile(company, Standing.GONE));
        page.addAttribute("draftPile", totals.pile(company, Standing.DRAFT));
        page.addAttribute("oldest", totals.oldestUnbooked(company).orElse(null));
        page.addAttribute("now", clock.instant());
        page.addAttribute(
                "chart", Chart.of(shown, first, today, proof.rates(company)).orElse(null));
        page.addAttribute("days", new Period(days, shown).days());
        page.addAttribute("month", month);
        page.addAttribute("areas", new Period(days, turnover).areas(month));
        page.addAttribute("proofs", proofs(company, first, today));
        page.addAttribute("findings", findings.open(company, ATTENTION));
        page.addAttribute("findingsInAll", findings.total(company));
        page.addAttribute("troubles", totals.troubles(company));
        page.addAttribute(
                "accountings",
                accountings.all(company).stream()
                        .collect(Collectors.toMap(AccountingIntegration::id, AccountingIntegration::name)));
        List<ProblemGroup> problems = totals.problems(company);
        page.addAttribute("problems", problems.stream().limit(ATTENTION).toList());
        page.addAttribute("problemCount", problems.size());
        page.addAttribute("drafts", totals.pile(company, Standing.DRAFT));
        page.addAttribute("draftsToday", documents(company, today, Standing.DRAFT));
        page.addAttribute("approvedToday", documents(company, today, Standing.APPROVED));
    }

    private long documents(CompanyId company, LocalDate day, Standing standing) {
        return totals.documents(company, day, day).stream()
                .filter(one -> one.standing() == standing)
                .mapToLong(Documents::documents)
                .sum();
    }

    /** How each accounting integration in use agrees with what was handled, as far as anybody has looked. */
    private List<Proven> proofs(CompanyId company, LocalDate from, LocalDate through) {
        return accountings.all(company).stream()
                .filter(AccountingIntegration::active)
                .map(one -> new Proven(one, proof.report(company, one.id(), from, through)))
                .filter(one -> !one.report().days().isEmpty())
                .toList();
    }

    /** An accounting integration and what is known of its latest days. */
    record Proven(AccountingIntegration accounting, ProofReport report) {}
}
