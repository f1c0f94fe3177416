package dk.ordrebro.web.period;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.period.Dimension;
import dk.ordrebro.period.EuSalesList;
import dk.ordrebro.period.OssReturn;
import dk.ordrebro.period.PeriodSales;
import dk.ordrebro.period.Row;
import dk.ordrebro.period.Scope;
import dk.ordrebro.period.VatReturn;
import dk.ordrebro.period.VatRow;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Days;
import dk.ordrebro.web.Download;
import dk.ordrebro.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Net, VAT and gross of a period by whatever a bookkeeper tells them apart by, and the figures of the three returns. */
@Controller
class PeriodPage {

    private final PeriodSales sales;
    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final Companies companies;
    private final PeriodWords periodWords;
    private final Words words;
    private final Days days;

    PeriodPage(
            PeriodSales sales,
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            Companies companies,
            PeriodWords periodWords,
            Words words,
            Days days) {
        this.sales = sales;
        this.accountings = accountings;
        this.shops = shops;
        this.companies = companies;
        this.periodWords = periodWords;
        this.words = words;
        this.days = days;
    }

    @GetMapping("/period")
    String show(@AuthenticationPrincipal SignedIn me, PeriodForm form, Model page) {
        List<AccountingIntegration> all = accountings.all(me.company());
        page.addAttribute("accountings", all);
        if (!all.isEmpty()) {
            show(me, chosen(me, form), form, page);
        }
        return "period/period";
    }

    private void show(SignedIn me, AccountingIntegration accounting, PeriodForm form, Model page) {
        Scope scope = scope(me, accounting, form);
        Dimension by = Objects.requireNonNullElse(form.by(), Dimension.TREATMENT);
        List<VatRow> vat = sales.vat(scope);
        page.addAttribute("accounting", accounting);
        page.addAttribute("choices", shops.all(me.company()));
        page.addAttribute("scope", scope);
        page.addAttribute("presets", days.periods());
        page.addAttribute("dimensions", Dimension.values());
        page.addAttribute("by", by);
        page.addAttribute("rows", sales.by(by, scope));
        page.addAttribute("total", sales.total(scope));
        page.addAttribute("vat", VatReturn.of(vat));
        page.addAttribute("list", EuSalesList.of(sales.businesses(scope)));
        page.addAttribute("oss", OssReturn.of(vat, form.kronerPerEuro()));
        page.addAttribute("euro", form.euro());
        page.addAttribute("euroWrong", form.isEuroWrong());
        page.addAttribute("cvr", cvr(me).map(Cvr::digits).orElse(null));
        page.addAttribute("called", periodWords.of(me, by));
        page.addAttribute(
                "drafts",
                sales.by(Dimension.STANDING, scope).stream()
                        .filter(row -> row.value().equals("DRAFT"))
                        .findFirst()
                        .orElse(null));
    }

    /** The table for a spreadsheet. */
    @GetMapping("/period/csv")
    void csv(@AuthenticationPrincipal SignedIn me, PeriodForm form, HttpServletResponse answer) throws IOException {
        Scope scope = scope(me, chosen(me, form), form);
        Dimension by = Objects.requireNonNullElse(form.by(), Dimension.TREATMENT);
        PeriodWords.Called called = periodWords.of(me, by);
        Download.begin(answer, "text/csv;charset=UTF-8", fileName(words.text("period.file"), scope) + ".csv");
        try (CsvFile file = new CsvFile(answer.getOutputStream())) {
            file.row(
                    words.text("period.by." + by),
                    words.text("period.documents"),
                    words.text("period.net"),
                    words.text("period.vat"),
                    words.text("period.gross"),
                    words.text("period.unknown"));
            for (Row row : sales.by(by, scope)) {
                row(file, called.name(row), row);
            }
            row(file, words.text("period.total"), sales.total(scope));
        }
    }

    private static void row(CsvFile file, String name, Row row) throws IOException {
        file.row(
                name,
                Long.toString(row.documents()),
                CsvFile.decimal(row.sum().net()),
                CsvFile.decimal(row.sum().vat()),
                CsvFile.decimal(row.sum().gross()),
                row.sum().unknown().isEmpty() ? "" : row.sum().unknown().toString());
    }

    /** The list of EU sales without VAT, as Skattestyrelsen takes it. 404 while the company's CVR number is not known. */
    @GetMapping("/period/eu-sales.csv")
    void euSales(@AuthenticationPrincipal SignedIn me, PeriodForm form, HttpServletResponse answer) throws IOException {
        Scope scope = scope(me, chosen(me, form), form);
        Cvr seller = orElse404(cvr(me));
        Download.begin(answer, "text/csv;charset=UTF-8", fileName("eu-salg-uden-moms", scope) + ".csv");
        answer.getOutputStream()
                .write(EuSalesList.of(sales.businesses(scope))
                        .file(seller, scope.through())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private AccountingIntegration chosen(SignedIn me, PeriodForm form) {
        return orElse404(
                form.accounting() != null
                        ? accountings.find(me.company(), form.accounting())
                        : accountings.all(me.company()).stream().findFirst());
    }

    /** Without days it is the last quarter that has ended: the one that is told next. */
    private Scope scope(SignedIn me, AccountingIntegration accounting, PeriodForm form) {
        if (form.shop() != null) {
            orElse404(shops.find(me.company(), form.shop()));
        }
        Days.Period last = days.lastQuarter();
        LocalDate through = Objects.requireNonNullElse(form.through(), last.through());
        LocalDate from = Objects.requireNonNullElse(
                form.from(), form.through() == null ? last.from() : through.withDayOfMonth(1));
        return new Scope(
                me.company(),
                accounting.id(),
                Optional.ofNullable(form.shop()),
                from.isAfter(through) ? through : from,
                through);
    }

    private Optional<Cvr> cvr(SignedIn me) {
        return Optional.ofNullable(companies.numbers(List.of(me.company())).get(me.company()));
    }

    private static String fileName(String what, Scope scope) {
        return what + "-" + scope.from() + "-" + scope.through();
    }
}
