package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.BalanceModifier;
import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.books.TaxRate;
import dk.ordrebro.billysimulator.books.Transaction;
import dk.ordrebro.billysimulator.record.Row;
import java.util.Comparator;
import java.util.List;

/** One invoice with its lines, VAT, settlements and postings. */
final class InvoicePage {

    private InvoicePage() {}

    static void show(Html html, View view, Row invoice) {
        html.element(
                "p",
                line -> {
                    InvoicesPage.state(line, view, invoice);
                    line.link("/download/" + invoice.id() + "/invoice.pdf", view.say("pdf"));
                },
                "class",
                "headline");
        facts(html, view, invoice);
        html.element("h2", view.say("lines"));
        lines(html, view, invoice);
        totals(html, view, invoice);
        modifiers(html, view, invoice);
        html.element("h2", view.say("postings"));
        List<Row> transactions =
                view.company().having(Transaction.SCHEMA, Transaction.ORIGINATOR_REFERENCE, "invoice:" + invoice.id());
        if (transactions.isEmpty()) {
            html.element("p", view.say("postings.none"), "class", "empty");
        }
        transactions.forEach(transaction -> TransactionsPage.postings(html, view, transaction, "h3"));
    }

    private static void facts(Html html, View view, Row invoice) {
        html.element("dl", list -> {
            fact(list, view.say("contact"), view.via(invoice, Invoice.CONTACT_ID, Contact.SCHEMA, Contact.NAME));
            fact(list, view.say("date"), view.language().day(invoice.get(Invoice.ENTRY_DATE)));
            fact(list, view.say("due"), view.language().day(invoice.get(Invoice.DUE_DATE)));
            fact(list, view.say("approved"), view.language().moment(invoice.get(Invoice.APPROVED_TIME)));
            fact(list, view.say("orderNo"), invoice.get(Invoice.ORDER_NO, ""));
            fact(list, view.say("reference"), invoice.get(Invoice.EXTERNAL_ID, ""));
            fact(list, view.say("taxMode"), view.say("taxMode." + invoice.need(Invoice.TAX_MODE)));
            fact(list, view.say("message"), invoice.get(Invoice.CONTACT_MESSAGE, ""));
            Row credited = view.find(Invoice.SCHEMA, invoice.get(Invoice.CREDITED_INVOICE_ID));
            if (credited != null) {
                list.element("dt", view.say("credits"));
                list.element(
                        "dd",
                        to -> to.link(view.path("invoices/" + credited.id()), InvoicesPage.title(view, credited)));
            }
        });
    }

    static void fact(Html list, String name, String value) {
        if (!value.isEmpty()) {
            list.element("dt", name).element("dd", value);
        }
    }

    private static void lines(Html html, View view, Row invoice) {
        Grid grid = new Grid(
                view.say("product"),
                view.say("description"),
                view.say("quantity") + ">",
                view.say("unitPrice") + ">",
                view.say("discount") + ">",
                view.say("rate") + ">",
                view.say("tax") + ">",
                view.say("amount") + ">");
        List<Row> lines = view.company().having(InvoiceLine.SCHEMA, InvoiceLine.INVOICE_ID, invoice.id());
        lines.sort(Comparator.comparingInt(line -> line.get(InvoiceLine.PRIORITY, Integer.MAX_VALUE)));
        for (Row line : lines) {
            Row rate = view.find(TaxRate.SCHEMA, line.get(InvoiceLine.TAX_RATE_ID));
            grid.cell(view.via(line, InvoiceLine.PRODUCT_ID, Product.SCHEMA, Product.NAME))
                    .cell(line.get(InvoiceLine.DESCRIPTION))
                    .cell(view.language().number(line.get(InvoiceLine.QUANTITY)))
                    .cell(view.language().price(line.get(InvoiceLine.UNIT_PRICE)))
                    .cell(discount(view, line))
                    .cell(rate == null ? view.say("noTax") : view.language().percent(rate.get(TaxRate.RATE)))
                    .cell(view.language().amount(line.get(InvoiceLine.TAX)))
                    .cell(view.language().amount(line.get(InvoiceLine.AMOUNT)))
                    .endRow();
        }
        grid.write(html, "");
    }

    private static String discount(View view, Row line) {
        if (!line.has(InvoiceLine.DISCOUNT_VALUE)) {
            return "";
        }
        String value = view.language().number(line.get(InvoiceLine.DISCOUNT_VALUE));
        return line.is(InvoiceLine.DISCOUNT_MODE, InvoiceLine.PERCENT) ? value + " %" : value;
    }

    private static void totals(Html html, View view, Row invoice) {
        String currency = " " + invoice.need(Invoice.CURRENCY_ID);
        html.element(
                "dl",
                list -> {
                    fact(list, view.say("net"), view.language().amount(invoice.get(Invoice.AMOUNT)) + currency);
                    fact(list, view.say("tax"), view.language().amount(invoice.get(Invoice.TAX)) + currency);
                    fact(list, view.say("gross"), view.language().amount(invoice.get(Invoice.GROSS_AMOUNT)) + currency);
                    fact(list, view.say("balance"), view.language().amount(invoice.get(Invoice.BALANCE)) + currency);
                },
                "class",
                "totals");
    }

    private static void modifiers(Html html, View view, Row invoice) {
        List<Row> modifiers = view.company()
                .having(BalanceModifier.SCHEMA, BalanceModifier.SUBJECT_REFERENCE, "invoice:" + invoice.id());
        if (modifiers.isEmpty()) {
            return;
        }
        html.element("h2", view.say("settlements"));
        Grid grid = new Grid(view.say("date"), view.say("settledBy"), view.say("state"), view.say("amount") + ">");
        for (Row modifier : modifiers) {
            grid.cell(view.language().day(modifier.get(BalanceModifier.ENTRY_DATE)))
                    .cell(by -> settledBy(by, view, modifier.need(BalanceModifier.MODIFIER_REFERENCE)))
                    .cell(modifier.is(BalanceModifier.IS_VOIDED) ? view.say("state.voided") : "")
                    .cell(view.language().amount(modifier.get(BalanceModifier.AMOUNT)))
                    .endRow();
        }
        grid.write(html, "");
    }

    private static void settledBy(Html html, View view, String reference) {
        int colon = reference.indexOf(':');
        Row document = view.find(Invoice.SCHEMA, reference.substring(colon + 1));
        if (document == null) {
            html.text(view.say(reference.substring(0, colon)));
        } else {
            html.link(view.path("invoices/" + document.id()), InvoicesPage.title(view, document));
        }
    }
}
