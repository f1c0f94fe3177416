package dk.ordrebro.web.proof;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proof (afstemning): days × shops, and what is wrong with them. */
@Controller
class ProofPage {

    private static final int DAYS_SHOWN = 31;
    private static final int DAYS_AT_MOST = 366;

    private final Proof proof;
    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final InstantSource clock;

    ProofPage(Proof proof, AccountingIntegrations accountings, OrderIntegrations shops, InstantSource clock) {
        this.proof = proof;
        this.accountings = accountings;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping("/proof")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<AccountingIntegrationId> accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            Model page) {
        List<AccountingIntegration> all = accountings.all(me.company());
        page.addAttribute("accountings", all);
        page.addAttribute(
                "shops",
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)));
        Optional<AccountingIntegration> chosen = accounting.isPresent()
                ? Optional.of(orElse404(accountings.find(me.company(), accounting.get())))
                : all.stream().findFirst();
        chosen.ifPresent(one -> days(me.company(), one, from, through, page));
        return "proof/proof";
    }

    private void days(
            CompanyId company,
            AccountingIntegration accounting,
            Optional<LocalDate> from,
            Optional<LocalDate> through,
            Model page) {
        var span = proof.span(company, accounting.id());
        LocalDate last = through.or(() -> span.map(Proof.Span::through)).orElseGet(this::today);
        LocalDate first = from.orElse(last.minusDays(DAYS_SHOWN - 1L));
        List<ProofDay> days = proof.days(company, accounting.id(), first, last);
        List<Finding> findings = proof.findings(company, accounting.id(), first, last);
        page.addAttribute("accounting", accounting);
        page.addAttribute("from", first);
        page.addAttribute("through", last);
        page.addAttribute("span", span.orElse(null));
        page.addAttribute("days", days);
        page.addAttribute("findings", findings);
        page.addAttribute("report", new ProofReport(first, last, days, findings, clock.instant()));
    }

    /** Asks the accounting program now. */
    @PostMapping("/proof/compare")
    @MayBook
    String compare(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam AccountingIntegrationId accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate through,
            RedirectAttributes next) {
        orElse404(accountings.find(me.company(), accounting));
        next.addAttribute("accounting", accounting.toString());
        next.addAttribute("from", from.toString());
        next.addAttribute("through", through.toString());
        if (through.isBefore(from) || through.isAfter(from.plusDays(DAYS_AT_MOST))) {
            Said.bad(next, "proof.range", DAYS_AT_MOST);
            return "redirect:/proof";
        }
        try {
            ProofReport report = proof.compare(me.company(), accounting, from, through);
            if (report.agrees()) {
                Said.good(next, "proof.agrees", report.invoices());
            } else {
                Said.bad(next, "proof.disagrees", report.missing(), report.extra(), report.difference());
            }
        } catch (AccountingUnavailable unavailable) {
            Said.bad(next, "proof.unavailable", unavailable.problem().detail());
        }
        return "redirect:/proof";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN);
    }
}
