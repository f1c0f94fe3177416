package dk.ordrebro.web.waiting;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.booking.edit.OrderEdit;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.list.ListedOrder;
import dk.ordrebro.order.list.OrderList;
import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.Findings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What waits for a person after booking: orders changed since, money paid back, and what the proof found that no booking tells of. */
@Component
public class AtTheDoors {

    /** All that is missing has a list of its own, where it is made again. */
    static final Set<Finding.Kind> FOUND = EnumSet.complementOf(EnumSet.of(Finding.Kind.INVOICE_MISSING));

    private static final int SHOWN = 50;
    /** So many are looked through for what was typed. */
    private static final int LOOKED_THROUGH = 500;

    private final OrderEdits edits;
    private final OpenRefunds refunds;
    private final Findings findings;
    private final OrderList orders;
    private final OrderIntegrations shops;
    private final ChartWatch charts;

    AtTheDoors(
            OrderEdits edits,
            OpenRefunds refunds,
            Findings findings,
            OrderList orders,
            OrderIntegrations shops,
            ChartWatch charts) {
        this.edits = edits;
        this.refunds = refunds;
        this.findings = findings;
        this.orders = orders;
        this.shops = shops;
        this.charts = charts;
    }

    /**
     * An order changed after it was booked.
     *
     * @param customer empty where nobody knows
     */
    public record Changed(OrderEdit edit, String customer) {}

    /**
     * Money paid back.
     *
     * @param customer empty where nobody knows
     */
    public record PaidBack(OpenRefund refund, String customer) {}

    /**
     * The newest of each, and how many there are.
     *
     * @param editWorth what was booked of the changed orders, by currency
     * @param refundWorth what was paid back, by currency
     * @param found what the proof found wrong, all but what is missing
     * @param foundWorth how many of them, and what the books have more than they should
     * @param accounts on which goodwill can be booked; none where the shops' books differ
     */
    public record Waiting(
            List<Changed> edits,
            int editCount,
            Map<String, BigDecimal> editWorth,
            List<PaidBack> refunds,
            int refundCount,
            Map<String, BigDecimal> refundWorth,
            List<Findings.Open> found,
            Figures foundWorth,
            List<Account> accounts) {

        public boolean nothing() {
            return editCount + refundCount + foundWorth.n() == 0;
        }

        /** Those whose credit note we make. */
        public List<PaidBack> whatFor() {
            return of(OpenRefund.Kind.WHAT_FOR);
        }

        /** Those whose invoice is not ours. */
        public List<PaidBack> soldBefore() {
            return of(OpenRefund.Kind.SOLD_BEFORE);
        }

        private List<PaidBack> of(OpenRefund.Kind kind) {
            return refunds.stream().filter(one -> one.refund().kind() == kind).toList();
        }
    }

    /**
     * What fits what was typed, and how much there is in all.
     *
     * @param typed part of an order number or of a name; empty for any
     */
    public Waiting of(CompanyId company, String typed) {
        int most = typed.isEmpty() ? SHOWN : LOOKED_THROUGH;
        List<OrderEdit> changed = edits.open(company, Optional.empty(), most);
        List<OpenRefund> paid = refunds.open(company, Optional.empty(), most);
        Map<OrderId, String> customers = customers(company, changed, paid);
        String sought = typed.toLowerCase(Locale.ROOT);
        return new Waiting(
                changed.stream()
                        .map(edit -> new Changed(edit, customers.getOrDefault(edit.order(), "")))
                        .filter(one -> fits(sought, one.edit().orderNumber(), one.customer()))
                        .limit(SHOWN)
                        .toList(),
                edits.countOpen(company),
                edits.worth(company),
                paid.stream()
                        .map(refund -> new PaidBack(refund, customers.getOrDefault(refund.order(), "")))
                        .filter(one -> fits(sought, one.refund().orderNumber(), one.customer()))
                        .limit(SHOWN)
                        .toList(),
                refunds.countOpen(company),
                refunds.worth(company),
                findings.open(company, FOUND, most).stream()
                        .filter(one -> fits(
                                sought,
                                one.finding().orderNumber(),
                                one.finding().customer()))
                        .limit(SHOWN)
                        .toList(),
                findings.total(company, FOUND),
                paid.isEmpty() ? List.of() : accounts(company));
    }

    private static boolean fits(String sought, String number, String customer) {
        return sought.isEmpty()
                || number.toLowerCase(Locale.ROOT).contains(sought)
                || customer.toLowerCase(Locale.ROOT).contains(sought);
    }

    private Map<OrderId, String> customers(CompanyId company, List<OrderEdit> changed, List<OpenRefund> paid) {
        List<OrderId> all = new ArrayList<>();
        changed.forEach(edit -> all.add(edit.order()));
        paid.forEach(refund -> all.add(refund.order()));
        return orders.of(company, all.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(ListedOrder::id, ListedOrder::customer));
    }

    /** As they were last read. One answer for several alike names one account, so the shops must book in the same place. */
    private List<Account> accounts(CompanyId company) {
        var books = shops.all(company).stream()
                .map(OrderIntegration::boundTo)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return books.size() != 1
                ? List.of()
                : charts.latest(company, books.getFirst())
                        .map(chart -> chart.accounts().stream()
                                .filter(account -> !account.archived())
                                .sorted(Comparator.comparingInt(
                                        account -> account.number().value()))
                                .toList())
                        .orElse(List.of());
    }
}
