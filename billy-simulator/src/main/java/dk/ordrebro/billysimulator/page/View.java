package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.api.Query;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Company;
import org.jspecify.annotations.Nullable;

/** What a page shows: one company, in one language. */
record View(Company company, Language language, Query query) {

    static final int ROWS = 50;

    String say(String key) {
        return language.say(key);
    }

    String path(String rest) {
        return "/companies/" + company.id() + "/" + rest;
    }

    String currency() {
        return company.organization().need(Organization.BASE_CURRENCY_ID);
    }

    /** The page asked for, from 1. */
    int page() {
        String page = query.get("page");
        return page != null && page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
    }

    /** A text of the record that another one points to, or nothing. */
    String via(Row from, Field<String> relation, Schema target, Field<String> shown) {
        Row found = company.find(target, from.get(relation));
        return found == null ? "" : found.get(shown, "");
    }

    @Nullable
    Row find(Schema schema, @Nullable String id) {
        return company.find(schema, id);
    }
}
