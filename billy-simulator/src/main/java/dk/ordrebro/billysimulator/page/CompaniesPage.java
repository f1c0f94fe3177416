package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Company;
import java.util.List;

/** All companies, and a form for one more. */
final class CompaniesPage {

    private CompaniesPage() {}

    static String show(List<Company> companies, Language language) {
        return Layout.page(language, language.say("companies"), null, null, html -> {
            html.element("p", language.say("companies.intro"), "class", "lead");
            Grid grid = new Grid(
                    language.say("name"),
                    language.say("currency"),
                    language.say("numbering"),
                    language.say("locked"),
                    language.say("invoices") + ">");
            companies.forEach(company -> company.read(() -> {
                row(grid, company, language);
                return true;
            }));
            grid.write(html, language.say("companies.none"));
            html.element("h2", language.say("companies.new"));
            html.element(
                    "form", form -> form(form, language), "method", "post", "action", "/companies", "class", "row");
        });
    }

    private static void row(Grid grid, Company company, Language language) {
        Row organization = company.organization();
        grid.cell(html -> html.link("/companies/" + company.id() + "/invoices", organization.get(Organization.NAME)))
                .cell(organization.get(Organization.BASE_CURRENCY_ID))
                .cell(language.say("numbering." + organization.get(Organization.INVOICE_NO_MODE, "")))
                .cell(language.day(organization.get(Organization.FISCAL_LOCKING_DATE)))
                .cell(Integer.toString(company.table(Invoice.SCHEMA).size()))
                .endRow();
    }

    private static void form(Html form, Language language) {
        form.element(
                "label",
                label -> label.text(language.say("name"))
                        .single("input", "name", "name", "required", "required", "maxlength", "100"));
        form.element(
                "label",
                label -> label.text(language.say("currency"))
                        .element(
                                "select",
                                options -> {
                                    for (String code : List.of("DKK", "EUR", "SEK", "NOK")) {
                                        options.element("option", code, "value", code);
                                    }
                                },
                                "name",
                                "currency"));
        form.element(
                "label",
                label -> label.text(language.say("numbering"))
                        .element(
                                "select",
                                options -> {
                                    for (String mode : List.of("sequential", "manual")) {
                                        options.element("option", language.say("numbering." + mode), "value", mode);
                                    }
                                },
                                "name",
                                "invoiceNoMode"));
        form.element("button", language.say("companies.create"));
    }
}
