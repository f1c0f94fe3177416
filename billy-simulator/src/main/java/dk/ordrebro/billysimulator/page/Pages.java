package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.admin.Admin;
import dk.ordrebro.billysimulator.api.Query;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Company;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Answers browsers. */
public final class Pages {

    private final Admin admin;

    public Pages(Admin admin) {
        this.admin = admin;
    }

    /**
     * What a browser asks.
     *
     * @param form the fields of a form that was sent
     * @param languageCode the language that the browser remembers, or null
     */
    public record Visit(
            String method,
            List<String> path,
            Query query,
            Query form,
            @Nullable String languageCode) {
        Language language() {
            return Language.of(languageCode);
        }
    }

    public PageAnswer answer(Visit visit) {
        try {
            return visit.method().equals("POST") ? act(visit) : show(visit);
        } catch (NoSuchElementException nothing) {
            return missing(visit.language());
        } catch (IllegalArgumentException | DateTimeException wrong) {
            Language language = visit.language();
            String page = Layout.page(
                    language, language.say("wrong"), null, null, html -> html.element("p", wrong.getMessage()));
            return PageAnswer.html(400, page);
        }
    }

    private static PageAnswer missing(Language language) {
        String page = Layout.page(
                language,
                language.say("missing"),
                null,
                null,
                html -> html.element("p", back -> back.link("/", language.say("companies"))));
        return PageAnswer.html(404, page);
    }

    private PageAnswer show(Visit visit) {
        List<String> path = visit.path();
        if (path.isEmpty() || path.equals(List.of("companies"))) {
            return PageAnswer.html(200, CompaniesPage.show(admin.companies(), visit.language()));
        }
        return switch (path.getFirst()) {
            case "assets" -> path.equals(List.of("assets", "billy.css")) ? css() : missing(visit.language());
            case "language" -> PageAnswer.speak(Language.of(path.getLast()).code());
            case "download" -> Downloads.answer(admin.companies(), path.subList(1, path.size()));
            case "companies" -> company(visit, admin.company(path.get(1)));
            default -> missing(visit.language());
        };
    }

    private static PageAnswer css() {
        try (InputStream in = Pages.class.getResourceAsStream("billy.css")) {
            if (in == null) {
                throw new IllegalStateException("billy.css is missing");
            }
            return PageAnswer.of("text/css; charset=utf-8", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read billy.css", e);
        }
    }

    private PageAnswer company(Visit visit, Company company) {
        List<String> path = visit.path();
        String tab = path.size() > 2 ? path.get(2) : "invoices";
        View view = new View(company, visit.language(), visit.query());
        return company.read(() -> {
            if (tab.equals("invoices") && path.size() == 4) {
                return invoice(view, path.get(3));
            }
            if (path.size() > 3) {
                return missing(visit.language());
            }
            Html.Part content = content(view, tab);
            return content == null
                    ? missing(visit.language())
                    : PageAnswer.html(200, Layout.page(view.language(), view.say(tab), view, tab, content));
        });
    }

    private Html.@Nullable Part content(View view, String tab) {
        return switch (tab) {
            case "invoices" -> html -> InvoicesPage.show(html, view);
            case "contacts" -> html -> ContactsPage.show(html, view);
            case "products" -> html -> ProductsPage.show(html, view);
            case "accounts" -> html -> AccountsPage.show(html, view);
            case "vat" -> html -> VatPage.show(html, view);
            case "transactions" -> html -> TransactionsPage.show(html, view);
            case "outbox" ->
                html -> OutboxPage.show(html, view, admin.outbox(view.company().id()));
            case "log" -> html -> LogPage.show(html, view, admin.log().entries());
            case "settings" -> html -> SettingsPage.show(html, view, null);
            default -> null;
        };
    }

    private static PageAnswer invoice(View view, String id) {
        Row invoice = view.find(Invoice.SCHEMA, id);
        if (invoice == null) {
            return missing(view.language());
        }
        String title = InvoicesPage.title(view, invoice);
        return PageAnswer.html(
                200,
                Layout.page(view.language(), title, view, "invoices", html -> InvoicePage.show(html, view, invoice)));
    }

    private PageAnswer act(Visit visit) {
        List<String> path = visit.path();
        if (path.equals(List.of("companies"))) {
            return found(visit.form());
        }
        if (path.size() < 3 || !path.getFirst().equals("companies")) {
            return missing(visit.language());
        }
        Company company = admin.company(path.get(1));
        View view = new View(company, visit.language(), visit.query());
        return switch (String.join("/", path.subList(2, path.size()))) {
            case "keys" -> newKey(view, visit.form());
            case "lock" -> {
                String until = field(visit.form(), "until");
                admin.lockPeriod(company.id(), until.isEmpty() ? null : LocalDate.parse(until));
                yield PageAnswer.goTo(view.path("settings"));
            }
            default -> {
                boolean revoking = path.size() == 5
                        && path.get(2).equals("keys")
                        && path.get(4).equals("revoke");
                yield revoking && admin.revokeKey(company.id(), path.get(3))
                        ? PageAnswer.goTo(view.path("settings"))
                        : missing(visit.language());
            }
        };
    }

    private PageAnswer found(Query form) {
        NewCompany wanted = NewCompany.named(field(form, "name"));
        String mode = field(form, "invoiceNoMode").equals("manual") ? "manual" : "sequential";
        String id = admin.found(wanted.withCurrency(field(form, "currency")).withNumbers(mode, 1));
        return PageAnswer.goTo("/companies/" + id + "/settings");
    }

    private PageAnswer newKey(View view, Query form) {
        String token = admin.createKey(view.company().id(), field(form, "name"));
        return view.company()
                .read(() -> PageAnswer.html(
                        200,
                        Layout.page(
                                view.language(),
                                view.say("settings"),
                                view,
                                "settings",
                                html -> SettingsPage.show(html, view, token))));
    }

    private static String field(Query form, String name) {
        String value = form.get(name);
        return value == null ? "" : value.strip();
    }
}
