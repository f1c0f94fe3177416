package dk.ordrebro.booking.original;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Given;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the document a person chose as what a credit note refers to. */
public class ChosenOriginals {

    private final JdbcClient jdbc;

    public ChosenOriginals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to become of a credit note. */
    public sealed interface Found {

        /** It is sent so. */
        record Referring(InvoiceDraft draft) implements Found {}

        /** What it gives back is not booked yet. */
        record NotBooked(String reference) implements Found {}

        /** The chosen order was never handled here, so no document is known. */
        record Unknown() implements Found {}
    }

    /**
     * Where the latest answer chose an original, the draft refers to it.
     *
     * @param draft of a credit note that refers to nothing
     */
    public Found of(CompanyId company, InvoiceDraft draft, List<Given> answers) {
        Optional<Answer> latest = answers.stream()
                .map(Given::answer)
                .filter(ChosenOriginals::isAbout)
                .reduce((first, last) -> last);
        return switch (latest.orElse(null)) {
            case Answer.OriginalDocument(var document) ->
                new Found.Referring(draft.crediting(document(company, document)));
            case Answer.OriginalOrder(var order) -> ofOrder(company, draft, order);
            case null, default -> new Found.Referring(draft);
        };
    }

    private static boolean isAbout(Answer answer) {
        return answer instanceof Answer.OriginalDocument
                || answer instanceof Answer.OriginalOrder
                || answer instanceof Answer.StandAloneCredit;
    }

    /** A number a person reads on one of our documents, or the accounting program's own id. */
    private InvoiceId document(CompanyId company, String written) {
        return new InvoiceId(jdbc.sql("""
                        select invoice_id from booking
                        where company_id = ? and invoice_number = ? and document_type = 'INVOICE' and invoice_id is not null
                        order by booking_id desc limit 1
                        """)
                .params(company.value(), written)
                .query(String.class)
                .optional()
                .orElse(written));
    }

    private record Sold(String reference, String state, Optional<String> document) {}

    /** The last document of the order that stands; else what is still to be booked of it. */
    private Found ofOrder(CompanyId company, InvoiceDraft draft, OrderId order) {
        List<Sold> sold = jdbc.sql("""
                        select reference, state, invoice_id from booking
                        where company_id = ? and order_id = ? and return_of is null and document_type = 'INVOICE'
                          and state not in ('SKIPPED', 'TAKEN_BACK') and coalesce(standing, 'DRAFT') not in ('GONE', 'VOIDED')
                        order by booking_id desc
                        """)
                .params(company.value(), order.value())
                .query((row, index) -> new Sold(
                        row.getString("reference"),
                        row.getString("state"),
                        Optional.ofNullable(row.getString("invoice_id"))))
                .list();
        return sold.stream()
                .filter(one -> one.state().equals("SETTLED"))
                .flatMap(one -> one.document().stream())
                .findFirst()
                .<Found>map(document -> new Found.Referring(draft.crediting(new InvoiceId(document))))
                .orElseGet(() -> sold.isEmpty()
                        ? new Found.Unknown()
                        : new Found.NotBooked(sold.getFirst().reference()));
    }
}
