package dk.ordrebro.api;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the order integration a request speaks of. */
@Component
class Shops {

    /** What the API says of the parameter. */
    static final String PARAMETER = "Short name of the shop; may be left out where only one shop pushes its orders";

    private final OrderIntegrations integrations;

    Shops(OrderIntegrations integrations) {
        this.integrations = integrations;
    }

    /** The shop of that short name; without a name the only one that pushes its orders. */
    OrderIntegration named(CompanyId company, @Nullable String shop) {
        if (shop != null) {
            return integrations
                    .named(company, shop)
                    .filter(OrderIntegration::active)
                    .orElseThrow(() -> ApiProblem.notFound("shop"));
        }
        List<OrderIntegration> pushing = integrations.all(company).stream()
                .filter(integration -> integration.platform() == OrderPlatform.PUSH && integration.active())
                .toList();
        if (pushing.size() != 1) {
            throw ApiProblem.conflict(
                    "Say which shop with ?shop=; there are " + pushing.size() + " that take pushed orders.");
        }
        return pushing.getFirst();
    }
}
