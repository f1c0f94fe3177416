package dk.ordrebro.web.orders;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.enrichment.chart.ChartWatch;
import dk.ordrebro.intake.refund.OpenRefund;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of an order needs to ask what money was paid back for. */
@Component
class RefundQuestions {

    private final OpenRefunds refunds;
    private final OrderIntegrations shops;
    private final ChartWatch charts;

    RefundQuestions(OpenRefunds refunds, OrderIntegrations shops, ChartWatch charts) {
        this.refunds = refunds;
        this.shops = shops;
        this.charts = charts;
    }

    void show(CompanyId company, Order order, OrderId id, Model page) {
        List<OpenRefund> asked = refunds.of(company, id);
        page.addAttribute("refunds", asked);
        if (asked.stream().anyMatch(one -> one.answer() == null)) {
            page.addAttribute(
                    "refundLines",
                    order.deliverableLines().stream()
                            .filter(line -> line.kind() != LineKind.FREIGHT)
                            .toList());
            page.addAttribute("accounts", accounts(company, order));
        }
    }

    /** As they were last read: the accounting program is not asked for the sake of a page. */
    private List<Account> accounts(CompanyId company, Order order) {
        return shops.find(company, order.key().integration())
                .flatMap(OrderIntegration::boundTo)
                .flatMap(accounting -> charts.latest(company, accounting))
                .map(chart -> chart.accounts().stream()
                        .filter(account -> !account.archived())
                        .sorted(Comparator.comparingInt(
                                account -> account.number().value()))
                        .toList())
                .orElse(List.of());
    }
}
