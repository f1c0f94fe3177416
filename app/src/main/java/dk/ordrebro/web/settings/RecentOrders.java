package dk.ordrebro.web.settings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The latest real orders an accounting integration would book: those of the shops bound to it, and of shops not bound yet. A bounded look at
 * the newest orders of the company, so that it costs the same among a hundred orders and among a million.
 */
@Component
public class RecentOrders {

    /** How many of the company's newest orders are looked at. */
    static final int LOOK = 200;

    private final Orders orders;
    private final OrderIntegrations shops;

    RecentOrders(Orders orders, OrderIntegrations shops) {
        this.orders = orders;
        this.shops = shops;
    }

    /** Newest first. */
    public List<StoredOrder> of(AccountingIntegration accounting) {
        CompanyId company = accounting.company();
        Set<OrderIntegrationId> ours = shops.all(company).stream()
                .filter(shop -> shop.boundTo().map(accounting.id()::equals).orElse(true))
                .map(OrderIntegration::id)
                .collect(Collectors.toSet());
        return ours.isEmpty()
                ? List.of()
                : orders.page(company, Optional.empty(), LOOK).stream()
                        .filter(stored -> ours.contains(stored.order().key().integration()))
                        .toList();
    }
}
