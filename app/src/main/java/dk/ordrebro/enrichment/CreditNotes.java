package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.LedgerArithmetic;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.money.Allocation;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;

/**
 * Makes credit notes out of the invoice they take back, from its frozen draft and never from the order, so that account, ruleset,
 * rate and amounts are the invoice's own and an invoice fully credited leaves zero on every account.
 */
public final class CreditNotes {

    private CreditNotes() {}

    /**
     * Credits what a return takes back.
     *
     * @param invoice the frozen draft of the delivery's invoice
     * @param id where that invoice stands
     * @param delivery what was delivered with it
     * @param taken the return of all or part of that delivery
     */
    public static InvoiceDraft credit(
            InvoiceDraft invoice, InvoiceId id, Fulfillment delivery, Fulfillment taken, Reference reference) {
        List<Credit> credits = new ArrayList<>();
        for (DraftLine line : invoice.lines()) {
            credit(line, delivery, taken, invoice.priceMode()).ifPresent(credits::add);
        }
        boolean whole = credits.stream().allMatch(credit -> credit.whole);
        PriceMode mode =
                whole || netGivesGross(credits, invoice.priceMode()) ? invoice.priceMode() : PriceMode.INCLUDING_VAT;
        List<DraftLine> lines =
                credits.stream().map(credit -> credit.draft(mode)).toList();
        Totals sum = lines.stream().map(DraftLine::expected).reduce(Totals.zero(invoice.currency()), Totals::plus);
        return new InvoiceDraft(
                reference,
                DocumentType.CREDIT_NOTE,
                invoice.orderNumber(),
                Case.day(taken),
                invoice.buyer(),
                invoice.currency(),
                invoice.exchangeRate(),
                mode,
                id,
                "Kreditnota til ordre " + invoice.orderNumber(),
                lines,
                sum);
    }

    private static Optional<Credit> credit(
            DraftLine line, Fulfillment delivery, Fulfillment taken, PriceMode invoiceMode) {
        if (line.orderLine().isEmpty()) {
            // the rounding line goes back with the whole delivery
            return taken.reopens() ? Optional.of(Credit.whole(line, invoiceMode)) : Optional.empty();
        }
        Predicate<FulfilledLine> same = part -> part.lineKey().equals(line.orderLine());
        BigDecimal delivered = quantity(delivery, same);
        List<FulfilledLine> stretches = taken.lines().stream().filter(same).toList();
        if (stretches.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal back = quantity(taken, same);
        if (back.compareTo(delivered) == 0) {
            return Optional.of(Credit.whole(line, invoiceMode));
        }
        Totals due = stretches.stream()
                .map(part -> Totals.ofGross(
                        Allocation.stretch(line.expected().gross(), part.from(), part.to(), delivered),
                        Allocation.stretch(line.expected().vat(), part.from(), part.to(), delivered)))
                .reduce(Totals.zero(line.unitPrice().getCurrencyUnit()), Totals::plus);
        boolean folded = line.quantity().compareTo(delivered) != 0;
        return Optional.of(new Credit(line, folded ? BigDecimal.ONE : back, due, false, invoiceMode));
    }

    private static BigDecimal quantity(Fulfillment fulfillment, Predicate<FulfilledLine> which) {
        return fulfillment.lines().stream()
                .filter(which)
                .map(FulfilledLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean netGivesGross(List<Credit> credits, PriceMode mode) {
        return mode == PriceMode.INCLUDING_VAT
                || credits.stream()
                        .allMatch(credit -> LedgerArithmetic.totals(credit.due.net(), credit.line.rate(), mode)
                                .equals(credit.due));
    }

    /** What goes back of one line. */
    private record Credit(DraftLine line, BigDecimal quantity, Totals due, boolean whole, PriceMode invoiceMode) {

        static Credit whole(DraftLine line, PriceMode invoiceMode) {
            return new Credit(line, line.quantity(), line.expected(), true, invoiceMode);
        }

        DraftLine draft(PriceMode mode) {
            if (whole && mode == invoiceMode) {
                return line;
            }
            Money amount = mode == PriceMode.INCLUDING_VAT ? due.gross() : due.net();
            BigDecimal price = quantity.compareTo(BigDecimal.ONE) == 0 ? amount.getAmount() : price(mode);
            LineEncoding encoding = LineEncoding.of(quantity, price, amount);
            return new DraftLine(
                    line.orderLine(),
                    line.account(),
                    line.description(),
                    encoding.quantity(),
                    encoding.unitPrice(),
                    encoding.discount(),
                    line.rate(),
                    LedgerArithmetic.totals(amount, line.rate(), mode));
        }

        private BigDecimal price(PriceMode mode) {
            BigDecimal price = line.unitPrice().getAmount();
            return mode == invoiceMode
                    ? price
                    : price.multiply(BigDecimal.ONE.add(line.rate().fraction()));
        }
    }
}
