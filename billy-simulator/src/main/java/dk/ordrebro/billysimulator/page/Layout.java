package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around every page. */
final class Layout {

    private static final List<String> TABS =
            List.of("invoices", "contacts", "products", "accounts", "vat", "transactions", "outbox", "log", "settings");

    private Layout() {}

    static String page(Language language, String title, @Nullable View view, @Nullable String tab, Html.Part content) {
        Html html = new Html();
        html.element(
                "html",
                page -> {
                    page.element("head", head -> head(head, title));
                    page.element("body", body -> body(body, language, title, view, tab, content));
                },
                "lang",
                language.code());
        return "<!DOCTYPE html>\n" + html;
    }

    private static void head(Html head, String title) {
        head.single("meta", "charset", "utf-8")
                .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", title + " – Billy")
                .single("link", "rel", "stylesheet", "href", "/assets/billy.css");
    }

    private static void body(
            Html body, Language language, String title, @Nullable View view, @Nullable String tab, Html.Part content) {
        body.element("a", language.say("skip"), "href", "#content", "class", "skip");
        body.element("header", html -> header(html, language, view));
        if (view != null) {
            body.element("nav", html -> tabs(html, view, tab), "aria-label", language.say("menu"));
        }
        body.element(
                "main",
                html -> {
                    html.element("h1", title);
                    content.write(html);
                },
                "id",
                "content");
        body.element("footer", language.say("footer"));
    }

    private static void header(Html html, Language language, @Nullable View view) {
        html.element("a", language.say("brand"), "href", "/", "class", "brand");
        if (view != null) {
            html.element("span", view.company().organization().get(Organization.NAME), "class", "company");
        }
        html.element(
                "span",
                where -> {
                    Language other = language == Language.DANISH ? Language.ENGLISH : Language.DANISH;
                    where.element(
                            "a",
                            language.say("otherLanguage"),
                            "href",
                            "/language/" + other.code(),
                            "lang",
                            other.code());
                },
                "class",
                "language");
    }

    private static void tabs(Html html, View view, @Nullable String current) {
        for (String tab : TABS) {
            String[] attributes = tab.equals(current)
                    ? new String[] {"href", view.path(tab), "aria-current", "page"}
                    : new String[] {"href", view.path(tab)};
            html.element("a", view.say(tab), attributes);
        }
    }

    /** Links to the pages before and after. */
    static void paging(Html html, View view, String path, int total) {
        int pages = (total + View.ROWS - 1) / View.ROWS;
        if (pages < 2) {
            return;
        }
        html.element(
                "p",
                links -> {
                    if (view.page() > 1) {
                        links.link(view.path(path + "?page=" + (view.page() - 1)), "‹ " + view.say("previous"));
                    }
                    links.element("span", view.page() + " / " + pages);
                    if (view.page() < pages) {
                        links.link(view.path(path + "?page=" + (view.page() + 1)), view.say("next") + " ›");
                    }
                },
                "class",
                "paging");
    }
}
