package dk.ordrebro.web.proof;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayBook;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.proof.Proof;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final Words words;
    private final Show show;
    private final InstantSource clock;

    ProofPage(
            Proof proof,
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            Words words,
            Show show,
            InstantSource clock) {
        this.proof = proof;
        this.accountings = accountings;
        this.shops = shops;
        this.words = words;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/proof")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam Optional<AccountingIntegrationId> accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            @RequestParam(defaultValue = "false") boolean wrong,
            Model page) {
        List<AccountingIntegration> all = accountings.all(me.company());
        page.addAttribute("accountings", all);
        page.addAttribute("today", today());
        page.addAttribute("wrong", wrong);
        Optional<AccountingIntegration> chosen = accounting.isPresent()
                ? Optional.of(orElse404(accountings.find(me.company(), accounting.get())))
                : all.stream().findFirst();
        chosen.ifPresent(one -> days(me, one, period(me, one, from, through), wrong, page));
        return "proof/proof";
    }

    private record Period(LocalDate from, LocalDate through) {}

    /** What was asked for; by itself the days up to the latest there are bookings of. Never more than can be shown. */
    private Period period(
            SignedIn me, AccountingIntegration accounting, Optional<LocalDate> from, Optional<LocalDate> through) {
        LocalDate last = through.or(
                        () -> proof.span(me.company(), accounting.id()).map(Proof.Span::through))
                .orElseGet(this::today);
        LocalDate first = from.filter(day -> !day.isAfter(last)).orElse(last.minusDays(DAYS_SHOWN - 1L));
        LocalDate earliest = last.minusDays(DAYS_AT_MOST);
        return new Period(first.isBefore(earliest) ? earliest : first, last);
    }

    private ProofTable table(SignedIn me, AccountingIntegration accounting, Period period) {
        return new ProofTable(
                me.companyName(),
                accounting.name(),
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)),
                period.from,
                period.through,
                proof.days(me.company(), accounting.id(), period.from, period.through),
                proof.findings(me.company(), accounting.id(), period.from, period.through),
                clock.instant());
    }

    private void days(SignedIn me, AccountingIntegration accounting, Period period, boolean wrong, Model page) {
        ProofTable table = table(me, accounting, period);
        page.addAttribute("accounting", accounting);
        page.addAttribute("from", period.from);
        page.addAttribute("through", period.through);
        page.addAttribute("shops", table.shops());
        page.addAttribute(
                "days",
                table.days().stream().filter(day -> !wrong || !day.agrees()).toList());
        page.addAttribute("findings", table.findings());
        page.addAttribute("report", table.report());
        page.addAttribute("night", proof.night(me.company(), accounting.id()).orElse(null));
    }

    /** For a spreadsheet. */
    @GetMapping("/proof/csv")
    void csv(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam AccountingIntegrationId accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            HttpServletResponse answer)
            throws IOException {
        AccountingIntegration integration = orElse404(accountings.find(me.company(), accounting));
        ProofTable table = table(me, integration, period(me, integration, from, through));
        Download.begin(answer, "text/csv;charset=UTF-8", table.fileName(words.text("proof.file")) + ".csv");
        new ProofCsv(words).write(table, answer.getOutputStream());
    }

    /** For the accountant. */
    @GetMapping("/proof/pdf")
    void pdf(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam AccountingIntegrationId accounting,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            HttpServletResponse answer)
            throws IOException {
        AccountingIntegration integration = orElse404(accountings.find(me.company(), accounting));
        ProofTable table = table(me, integration, period(me, integration, from, through));
        Download.begin(answer, "application/pdf", table.fileName(words.text("proof.file")) + ".pdf");
        new ProofPdf(words, show).write(table, answer.getOutputStream());
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
