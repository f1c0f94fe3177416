package dk.ordrebro.web.proof;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proof as files. */
@Controller
class ProofFiles {

    private final AccountingIntegrations accountings;
    private final ProofTables tables;
    private final Words words;
    private final Show show;

    ProofFiles(AccountingIntegrations accountings, ProofTables tables, Words words, Show show) {
        this.accountings = accountings;
        this.tables = tables;
        this.words = words;
        this.show = show;
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
        ProofTable table = table(me, accounting, from, through);
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
        ProofTable table = table(me, accounting, from, through);
        Download.begin(answer, "application/pdf", table.fileName(words.text("proof.file")) + ".pdf");
        new ProofPdf(words, show).write(table, answer.getOutputStream());
    }

    private ProofTable table(
            SignedIn me, AccountingIntegrationId accounting, Optional<LocalDate> from, Optional<LocalDate> through) {
        AccountingIntegration integration = orElse404(accountings.find(me.company(), accounting));
        return tables.of(me, integration, tables.period(me, integration, from, through));
    }
}
