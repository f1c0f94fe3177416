package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.AccessKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Settings of a company, and its access keys: step 1 of the guide happens here. */
final class SettingsPage {

    private SettingsPage() {}

    /** Shows the settings, and beside them a key that was just made, this once. */
    static void show(Html html, View view, @Nullable String newToken) {
        html.element("h2", view.say("keys"), "id", "keys");
        if (newToken != null) {
            html.element(
                    "div",
                    box -> {
                        box.element("p", view.say("keys.made"));
                        box.element("code", newToken, "class", "token");
                        box.element("p", view.say("keys.once"), "class", "quiet");
                    },
                    "class",
                    "made",
                    "role",
                    "status");
        }
        keys(html, view);
        html.element(
                "form",
                form -> {
                    form.element(
                            "label",
                            label -> label.text(view.say("keys.name"))
                                    .single(
                                            "input",
                                            "name",
                                            "name",
                                            "value",
                                            "Ordrebro",
                                            "maxlength",
                                            "100",
                                            "required",
                                            "required"));
                    form.element("button", view.say("keys.create"));
                },
                "method",
                "post",
                "action",
                view.path("keys"),
                "class",
                "row");
        html.element("h2", view.say("settings.company"));
        facts(html, view);
        lock(html, view);
    }

    private static void keys(Html html, View view) {
        Grid grid = new Grid(view.say("name"), view.say("made"), view.say("keys.take") + ">");
        for (Row key : view.company().all(AccessKey.SCHEMA)) {
            grid.cell(key.get(AccessKey.NAME))
                    .cell(view.language().moment(key.get(AccessKey.CREATED_TIME)))
                    .cell(cell -> cell.element(
                            "form",
                            form -> form.element(
                                    "button",
                                    view.say("keys.revoke"),
                                    "class",
                                    "quiet",
                                    "aria-label",
                                    view.say("keys.revoke") + ": " + key.get(AccessKey.NAME, "")),
                            "method",
                            "post",
                            "action",
                            view.path("keys/" + key.id() + "/revoke")))
                    .endRow();
        }
        grid.write(html, view.say("keys.none"));
    }

    private static void facts(Html html, View view) {
        Row organization = view.company().organization();
        html.element("dl", list -> {
            InvoicePage.fact(list, view.say("name"), organization.get(Organization.NAME, ""));
            InvoicePage.fact(list, "organizationId", organization.id());
            InvoicePage.fact(list, view.say("currency"), view.currency());
            String mode = organization.get(Organization.INVOICE_NO_MODE, "");
            InvoicePage.fact(
                    list,
                    view.say("numbering"),
                    view.say("numbering." + mode) + " · " + view.say("nextNumber") + " "
                            + organization.get(Organization.NEXT_INVOICE_NO));
            InvoicePage.fact(list, view.say("vat"), view.say(organization.is(Organization.HAS_VAT) ? "yes" : "no"));
            InvoicePage.fact(
                    list,
                    view.say("taxMode"),
                    view.say("taxMode." + organization.get(Organization.DEFAULT_TAX_MODE, "excl")));
        });
    }

    private static void lock(Html html, View view) {
        LocalDate locked = view.company().organization().get(Organization.FISCAL_LOCKING_DATE);
        html.element(
                "form",
                form -> {
                    form.element(
                            "label",
                            label -> label.text(view.say("locked"))
                                    .single(
                                            "input",
                                            "type",
                                            "date",
                                            "name",
                                            "until",
                                            "value",
                                            locked == null ? "" : locked.toString()));
                    form.element("button", view.say("lock"));
                },
                "method",
                "post",
                "action",
                view.path("lock"),
                "class",
                "row");
    }
}
