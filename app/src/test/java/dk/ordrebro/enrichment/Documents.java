package dk.ordrebro.enrichment;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.credit.CreditNotes;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents an order comes to, as amounts a person checks: gross / VAT. */
public final class Documents {

    private final Order order;
    private final Fulfillment delivery;
    private final List<Fulfillment> taken = new ArrayList<>();

    private Documents(Order order) {
        this.order = order;
        this.delivery = Given.everything(order);
    }

    public static Documents of(Order order) {
        return new Documents(order);
    }

    /** The invoice of everything; the codes of the questions where there is none. */
    public String invoice() {
        return switch (Enricher.bundled().enrich(Given.caseOf(order, delivery))) {
            case Enrichment.Ready(var draft, var ignored) -> amounts(draft.expected());
            case Enrichment.Needs(var questions, var ignored) ->
                questions.stream().map(Reason::toString).toList().toString();
            case Enrichment.Nothing nothing -> nothing.reason().code();
        };
    }

    public Trail trail() {
        return Enricher.bundled().enrich(Given.caseOf(order, delivery)).trail();
    }

    public InvoiceDraft draft() {
        return ((Enrichment.Ready) Enricher.bundled().enrich(Given.caseOf(order, delivery))).draft();
    }

    /** The credit note for what was taken back, after all that was taken back before. */
    public String credit(Map<String, BigDecimal> quantities, Map<String, BigDecimal> money) {
        Map<String, FulfilledLine> back = new LinkedHashMap<>();
        quantities.forEach((key, pieces) -> back.put(key, line(key, pieces, money.get(key))));
        money.forEach((key, amount) -> back.putIfAbsent(key, line(key, BigDecimal.ZERO, amount)));
        Fulfillment one = Given.back(delivery, taken.size() + 2, false, List.copyOf(back.values()));
        CreditNotes notes = new CreditNotes(draft(), new InvoiceId("i"), delivery, taken);
        String amounts = notes.beyond(one)
                .map(more -> "beyond the invoice by " + more)
                .orElseGet(() -> amounts(notes.credit(one, new Reference("nordlys:1:" + one.number()))
                        .expected()));
        taken.add(one);
        return amounts;
    }

    private static FulfilledLine line(String key, BigDecimal pieces, @Nullable BigDecimal amount) {
        return new FulfilledLine(key, BigDecimal.ZERO, pieces, amount == null ? null : MoneyBack.of(amount));
    }

    private static String amounts(Totals totals) {
        return totals.gross().getAmount() + " / " + totals.vat().getAmount();
    }
}
