package dk.ordrebro.web.orders;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Companies with shops that are not bound to any accounts, in the running application. */
final class GivenShops {

    private final ApplicationContext context;

    GivenShops(ApplicationContext context) {
        this.context = context;
    }

    CompanyId company(String name) {
        return context.getBean(Companies.class).create(name).id();
    }

    List<OrderIntegration> shops(CompanyId company, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> shop(company, i)).toList();
    }

    private OrderIntegration shop(CompanyId company, int number) {
        OrderIntegration shop = new OrderIntegration(
                company,
                new OrderIntegrationId(context.getBean(Ids.class).next()),
                "Butik " + number,
                OrderPlatform.PUSH,
                "butik" + number,
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        return shop;
    }
}
