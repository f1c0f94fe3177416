package dk.ordrebro.web.start;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a company has come with the four steps to automatic bookkeeping. */
@Component("startSteps")
class Steps {

    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final Templates templates;

    Steps(AccountingIntegrations accountings, OrderIntegrations shops, Templates templates) {
        this.accountings = accountings;
        this.shops = shops;
        this.templates = templates;
    }

    /**
     * What is done.
     *
     * @param accounting the integration the remaining steps are about; null before there is one
     * @param filled templates with account and VAT
     * @param templates how many there are
     * @param shop a shop that is still to be bound; null when there is none
     */
    record State(
            @Nullable AccountingIntegration accounting,
            boolean active,
            int filled,
            int templates,
            @Nullable OrderIntegration shop,
            boolean bound) {

        public boolean key() {
            return accounting != null;
        }

        /** Only areas that are sold to need filling: one filled template of goods is enough to begin. */
        public boolean filledEnough() {
            return filled > 0;
        }

        public boolean done() {
            return key() && active && filledEnough() && bound;
        }

        /** The step to take next, 1 to 4; 5 when all are done. */
        public int next() {
            if (!key()) {
                return 1;
            }
            if (!active) {
                return 2;
            }
            if (!filledEnough()) {
                return 3;
            }
            return bound ? 5 : 4;
        }
    }

    State of(CompanyId company) {
        List<AccountingIntegration> all = accountings.all(company);
        AccountingIntegration accounting = all.stream()
                .filter(AccountingIntegration::active)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
        List<Template> made = accounting == null
                ? List.of()
                : templates.of(company, accounting.id()).templates();
        List<OrderIntegration> everyShop = shops.all(company);
        return new State(
                accounting,
                accounting != null && accounting.active(),
                (int) made.stream().filter(Template::isComplete).count(),
                made.size(),
                everyShop.stream()
                        .filter(shop -> shop.boundTo().isEmpty())
                        .findFirst()
                        .orElse(null),
                everyShop.stream().anyMatch(shop -> shop.boundTo().isPresent()));
    }
}
