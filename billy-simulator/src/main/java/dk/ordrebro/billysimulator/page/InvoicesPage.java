package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.record.Row;

/** Invoices and credit notes, newest first. */
final class InvoicesPage {

    private InvoicesPage() {}

    static void show(Html html, View view) {
        var table = view.company().table(Invoice.SCHEMA);
        Grid grid = new Grid(
                view.say("number"),
                view.say("date"),
                view.say("contact"),
                view.say("orderNo"),
                view.say("state"),
                view.say("net") + ">",
                view.say("tax") + ">",
                view.say("gross") + ">",
                view.say("balance") + ">");
        table.page((long) (view.page() - 1) * View.ROWS, View.ROWS, true).forEach(row -> line(grid, view, row));
        grid.write(html, view.say("invoices.none"));
        Layout.paging(html, view, "invoices", table.size());
    }

    private static void line(Grid grid, View view, Row invoice) {
        grid.cell(html -> html.link(view.path("invoices/" + invoice.id()), title(view, invoice)))
                .cell(view.language().day(invoice.get(Invoice.ENTRY_DATE)))
                .cell(view.via(invoice, Invoice.CONTACT_ID, Contact.SCHEMA, Contact.NAME))
                .cell(invoice.get(Invoice.ORDER_NO))
                .cell(html -> state(html, view, invoice))
                .cell(view.language().amount(invoice.get(Invoice.AMOUNT)))
                .cell(view.language().amount(invoice.get(Invoice.TAX)))
                .cell(view.language().amount(invoice.get(Invoice.GROSS_AMOUNT)) + " "
                        + invoice.get(Invoice.CURRENCY_ID))
                .cell(view.language().amount(invoice.get(Invoice.BALANCE)))
                .endRow();
    }

    /** Number and kind of a document: {@code Faktura 17}, {@code Kladde}. */
    static String title(View view, Row invoice) {
        String kind = view.say(invoice.is(Invoice.TYPE, Invoice.CREDIT_NOTE) ? "creditNote" : "invoice");
        return kind + " " + invoice.get(Invoice.INVOICE_NO, "(" + view.say("state.draft") + ")");
    }

    static void state(Html html, View view, Row invoice) {
        String settled = invoice.is(Invoice.TYPE, Invoice.CREDIT_NOTE) ? "settled" : "paid";
        String state = invoice.is(Invoice.IS_PAID) ? settled : invoice.need(Invoice.STATE);
        html.element("span", view.say("state." + state), "class", "state " + state);
    }
}
