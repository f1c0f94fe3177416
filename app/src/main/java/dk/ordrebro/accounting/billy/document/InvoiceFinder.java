package dk.ordrebro.accounting.billy.document;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyInvoice;
import dk.ordrebro.accounting.billy.answer.BillyInvoiceLine;
import dk.ordrebro.accounting.billy.wire.BillyPages;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyReader;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds invoices again, and reads them out of answers. A filter of Billy's is a hint: every row is looked at, and "not there" is said only after
 * three different questions found nothing.
 */
public final class InvoiceFinder {

    public static final Rows<BillyInvoice> INVOICES = new Rows<>("invoices", BillyAnswer::invoices);
    private static final Rows<BillyInvoiceLine> LINES = new Rows<>("invoiceLines", BillyAnswer::invoiceLines);
    private static final String WITH_LINES = "invoice.lines:embed";

    /** How far back the newest invoices are looked through for one that no filter shows. */
    private static final int NEWEST = BillyPages.LARGEST;

    /** More rows than one order has documents, fewer than would be slow. */
    private static final int ROWS_OF_ONE_ORDER = 50;

    private final BillyReader reader;
    private final BillyPages pages;
    private final InvoiceTranslation translation;

    public InvoiceFinder(BillyReader reader, BillyPages pages, InvoiceTranslation translation) {
        this.reader = reader;
        this.pages = pages;
        this.translation = translation;
    }

    public Lookup read(InvoiceId id) {
        return answer(() -> one(id).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Absent::new));
    }

    public Lookup find(Reference reference) {
        return answer(() -> search(reference, null));
    }

    public Lookup find(InvoiceDraft draft) {
        return answer(() -> search(draft.reference(), draft));
    }

    private Lookup search(Reference reference, @Nullable InvoiceDraft draft) {
        var likely = new LinkedHashMap<String, BillyInvoice>();
        for (Question question : questions(reference, draft)) {
            var exact = new LinkedHashMap<String, BillyInvoice>();
            pages.first(question.list(), INVOICES, question.rows(), 1, invoice -> {
                if (Likeness.carries(invoice, reference)) {
                    exact.put(String.valueOf(invoice.id()), invoice);
                } else if (draft != null && Likeness.isWithoutReference(invoice, draft)) {
                    likely.put(String.valueOf(invoice.id()), invoice);
                }
                return false;
            });
            if (!exact.isEmpty()) {
                return found(exact.values());
            }
        }
        return likely.isEmpty() ? new Lookup.Absent() : found(likely.values());
    }

    /** One page of a list. */
    private record Question(BillyRequest list, int rows) {}

    private static List<Question> questions(Reference reference, @Nullable InvoiceDraft draft) {
        BillyRequest list = BillyRequest.get("invoices");
        BillyRequest newest = list.with("sortProperty", "createdTime").with("sortDirection", "DESC");
        var byReference =
                new Question(list.with("externalId", reference.value()).with("include", WITH_LINES), ROWS_OF_ONE_ORDER);
        var byDate = new Question(newest, NEWEST);
        return draft == null || InvoiceBody.orderNo(draft).isEmpty()
                ? List.of(byReference, byDate)
                : List.of(
                        byReference,
                        new Question(newest.with("q", InvoiceBody.orderNo(draft)), ROWS_OF_ONE_ORDER),
                        byDate);
    }

    private Lookup found(Collection<BillyInvoice> rows) {
        List<Invoice> invoices = rows.stream().map(row -> withLines(row, null)).toList();
        return invoices.size() == 1 ? new Lookup.Found(invoices.getFirst()) : new Lookup.Several(invoices);
    }

    /**
     * Its state; empty when Billy does not have it.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    Optional<Invoice.State> stateOf(InvoiceId id) {
        return one(id).map(Invoice::state);
    }

    /**
     * With its lines; empty when Billy does not have it.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public Optional<Invoice> one(InvoiceId id) {
        return reader.find(BillyRequest.get("invoices", id.value()).with("include", WITH_LINES))
                .map(answer -> withLines(only(answer, id), answer));
    }

    private static BillyInvoice only(BillyAnswer answer, InvoiceId id) {
        BillyInvoice invoice = answer.invoice();
        if (invoice == null || !id.value().equals(invoice.id())) {
            throw BillyAnswer.odd("another invoice than " + id);
        }
        return invoice;
    }

    /** Lines as embedded, else as they stand beside the invoice, else asked for. */
    private Invoice withLines(BillyInvoice invoice, @Nullable BillyAnswer beside) {
        if (invoice.lines() != null) {
            return translation.invoice(invoice, invoice.lines());
        }
        if (beside != null && beside.invoiceLines() != null) {
            return translation.invoice(invoice, beside.invoiceLines());
        }
        return translation.invoice(
                invoice,
                pages
                        .all(BillyRequest.get("invoiceLines").with("invoiceId", String.valueOf(invoice.id())), LINES)
                        .stream()
                        .filter(line -> line.invoiceId() != null)
                        .toList());
    }

    /**
     * The invoice a write has just made, out of the records it changed. Where Billy did not keep our reference ({@link BillyAssumption#EXTERNAL_ID})
     * it is still the only one in the answer, and it says so by having none.
     *
     * @throws AccountingUnavailable when it is not there
     */
    public Invoice made(BillyAnswer answer, InvoiceDraft draft) {
        List<BillyInvoice> rows = changed(answer).toList();
        BillyInvoice invoice = rows.stream()
                .filter(row -> Likeness.carries(row, draft.reference()))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> Likeness.isWithoutReference(row, draft))
                        .findFirst())
                .orElseThrow(() -> BillyAnswer.odd("an invoice was made, but the answer does not have it"));
        return withLines(invoice, answer);
    }

    /**
     * The invoice a write has just changed, without lines; read again where the answer does not have it.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    Optional<Invoice> changed(BillyAnswer answer, InvoiceId id) {
        Optional<BillyInvoice> told =
                changed(answer).filter(row -> id.value().equals(row.id())).findFirst();
        return told.isPresent() ? Optional.of(translation.invoice(told.get(), List.of())) : one(id);
    }

    private static Stream<BillyInvoice> changed(BillyAnswer answer) {
        return Stream.concat(
                answer.invoices() == null ? Stream.empty() : INVOICES.of(answer).stream(),
                Stream.ofNullable(answer.invoice()));
    }

    private static Lookup answer(java.util.function.Supplier<Lookup> question) {
        try {
            return question.get();
        } catch (AccountingUnavailable e) {
            return new Lookup.Failed(e.problem());
        }
    }
}
