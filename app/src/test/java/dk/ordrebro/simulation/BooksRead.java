package dk.ordrebro.simulation;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.record.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The simulated Billy's books as they are, read by its own accessors: amounts in øre, credit notes positive. */
record BooksRead(List<Document> documents) {

    /**
     * A document.
     *
     * @param gross øre with VAT, as Billy reckons
     * @param byLines øre with VAT, as its lines say: quantity times unit price, less a discount in kroner
     * @param vat øre
     */
    record Document(
            String id,
            boolean creditNote,
            String state,
            String order,
            String reference,
            long gross,
            long byLines,
            long vat,
            List<Line> lines) {

        boolean lives() {
            return !state.equals(Invoice.VOIDED);
        }

        boolean approved() {
            return state.equals(Invoice.APPROVED);
        }

        long signed() {
            return creditNote ? -gross : gross;
        }
    }

    /** A line: thousandths of a piece, and øre for one. */
    record Line(String words, long milliPieces, long unitPrice, String asWritten) {}

    static BooksRead of(BillySimulator billy, String organization) {
        var company = billy.admin().company(organization);
        return company.read(() -> {
            Map<String, List<Line>> lines = new HashMap<>();
            Map<String, BigDecimal> sums = new HashMap<>();
            for (Row row : company.all(InvoiceLine.SCHEMA)) {
                String invoice = requireNonNull(row.get(InvoiceLine.INVOICE_ID));
                BigDecimal quantity = requireNonNull(row.get(InvoiceLine.QUANTITY));
                BigDecimal price = requireNonNull(row.get(InvoiceLine.UNIT_PRICE));
                lines.computeIfAbsent(invoice, _ -> new ArrayList<>())
                        .add(new Line(
                                Objects.requireNonNullElse(row.get(InvoiceLine.DESCRIPTION), ""),
                                quantity.movePointRight(3).longValue(),
                                cents(price),
                                quantity.toPlainString() + " * " + price.toPlainString() + " - "
                                        + row.get(InvoiceLine.DISCOUNT_VALUE)));
                sums.merge(
                        invoice,
                        quantity.multiply(price).subtract(orZero(row.get(InvoiceLine.DISCOUNT_VALUE))),
                        BigDecimal::add);
            }
            List<Document> documents = new ArrayList<>();
            for (Row row : company.all(Invoice.SCHEMA)) {
                BigDecimal net = orZero(row.get(Invoice.AMOUNT));
                BigDecimal vat = orZero(row.get(Invoice.TAX));
                documents.add(new Document(
                        row.id(),
                        !Invoice.INVOICE.equals(row.get(Invoice.TYPE)),
                        requireNonNull(row.get(Invoice.STATE)),
                        Objects.requireNonNullElse(row.get(Invoice.ORDER_NO), ""),
                        Objects.requireNonNullElse(row.get(Invoice.EXTERNAL_ID), ""),
                        cents(net.add(vat)),
                        cents(sums.getOrDefault(row.id(), BigDecimal.ZERO)),
                        cents(vat),
                        lines.getOrDefault(row.id(), List.of())));
            }
            return new BooksRead(documents);
        });
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static long cents(BigDecimal kroner) {
        return kroner.movePointRight(2)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    List<Document> ofOrder(String number) {
        return documents.stream()
                .filter(one -> one.lives() && one.order().equals(number))
                .toList();
    }
}
