package dk.ordrebro.web.proof;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.proof.Verdict;
import dk.ordrebro.web.Said;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private final Proof proof;
    private final AccountingIntegrations accountings;
    private final ProofTables tables;

    ProofPage(Proof proof, AccountingIntegrations accountings, ProofTables tables) {
        this.proof = proof;
        this.accountings = accountings;
        this.tables = tables;
    }

    @GetMapping("/proof")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<AccountingIntegrationId> accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            @RequestParam(defaultValue = "false") boolean wrong,
            @RequestParam(defaultValue = "false") boolean oldest,
            Model page) {
        List<AccountingIntegration> all = accountings.all(me.company());
        page.addAttribute("accountings", all);
        page.addAttribute("presets", Months.of(tables.today()));
        page.addAttribute("wrong", wrong);
        page.addAttribute("oldestFirst", oldest);
        Optional<AccountingIntegration> chosen = accounting.isPresent()
                ? Optional.of(orElse404(accountings.find(me.company(), accounting.get())))
                : all.stream().findFirst();
        chosen.ifPresent(one -> days(me, one, tables.period(me, one, from, through), wrong, oldest, page));
        return "proof/proof";
    }

    private void days(
            SignedIn me,
            AccountingIntegration accounting,
            ProofTables.Period period,
            boolean wrong,
            boolean oldest,
            Model page) {
        ProofTable table = tables.of(me, accounting, period);
        List<ProofDay> days = table.days().stream()
                .filter(day -> !wrong || !(day.verdict() instanceof Verdict.Agrees))
                .toList();
        page.addAttribute("accounting", accounting);
        page.addAttribute("from", period.from());
        page.addAttribute("through", period.through());
        page.addAttribute("shops", table.shops());
        page.addAttribute("table", table);
        page.addAttribute("held", table.report().sum(ProofDay::held));
        page.addAttribute("underway", table.report().sum(ProofDay::underway));
        page.addAttribute("edits", table.report().sum(ProofDay::edits));
        page.addAttribute("refunds", table.report().sum(ProofDay::refunds));
        page.addAttribute("unchecked", table.report().sum(ProofDay::unchecked));
        page.addAttribute("vatApart", table.report().total(ProofDay::vatApart));
        page.addAttribute("ledgerKroner", table.kroner(Measure.LEDGER));
        page.addAttribute("measures", Measure.values());
        page.addAttribute(
                "days",
                oldest
                        ? days.stream()
                                .sorted(Comparator.comparing(ProofDay::day))
                                .toList()
                        : days);
        page.addAttribute("findings", table.findings());
        page.addAttribute("report", table.report());
        page.addAttribute("night", proof.night(me.company(), accounting.id()).orElse(null));
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
        if (through.isBefore(from) || through.isAfter(from.plusDays(ProofTables.DAYS_AT_MOST))) {
            Said.bad(next, "proof.range", ProofTables.DAYS_AT_MOST);
            return "redirect:/proof";
        }
        try {
            say(proof.compare(me.company(), accounting, from, through), next);
        } catch (AccountingUnavailable unavailable) {
            Said.bad(next, "proof.unavailable", unavailable.problem().detail());
        }
        return "redirect:/proof";
    }

    private static void say(ProofReport report, RedirectAttributes next) {
        switch (report.verdict()) {
            case Verdict.Agrees() -> Said.good(next, "proof.agrees", report.invoices());
            case Verdict.Waits(Figures waiting) ->
                Said.good(
                        next,
                        "proof.waits",
                        report.invoices(),
                        waiting.n(),
                        waiting.amounts().present());
            case Verdict.Disagrees(Figures waiting) ->
                Said.bad(next, "proof.disagrees", report.missing(), report.extra(), report.difference());
        }
    }
}
