package dk.ordrebro.command.demo;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Does for a demo company what its owner would do in ten minutes: access key, accounting integration, templates, binding. Each step is
 * passed over when it is done already, so that a second start takes up where the first ended.
 */
@Component
public final class FourSteps {

    /** Whom the demo lets in. It listens at this machine only. */
    public static final String EMAIL = "demo@ordrebro.example";

    public static final String PASSWORD = "ordrebro-demo-2026";

    private static final int IN_FLIGHT = 8;

    private final Companies companies;
    private final Users users;
    private final Ids ids;
    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final AccountingSystems systems;
    private final DemoTemplates templates;

    FourSteps(
            Companies companies,
            Users users,
            Ids ids,
            AccountingIntegrations accountings,
            OrderIntegrations shops,
            AccountingSystems systems,
            DemoTemplates templates) {
        this.companies = companies;
        this.users = users;
        this.ids = ids;
        this.accountings = accountings;
        this.shops = shops;
        this.systems = systems;
        this.templates = templates;
    }

    /**
     * A company with the four steps done.
     *
     * @param company name of the company with us and in Billy
     * @param shopKey short name of its shop, first part of every reference
     * @throws dk.ordrebro.accounting.AccountingUnavailable when Billy does not answer or does not know the key
     */
    public DemoCompany done(
            String company, String shopKey, OrderPlatform platform, BillyProcess billy, DemoWishes wishes) {
        Company own = companies.all().stream()
                .filter(known -> known.name().equals(company))
                .findFirst()
                .orElseGet(() -> companies.create(company));
        letIn(own.id());
        AccountingIntegration accounting = accounting(own, billy, wishes);
        ChartOfAccounts chart = systems.open(accounting).refreshChart();
        templates.fill(accounting, chart);
        return new DemoCompany(own, accounting, shop(own.id(), company, shopKey, platform, accounting, wishes));
    }

    private void letIn(CompanyId company) {
        users.find(EMAIL)
                .ifPresentOrElse(
                        user -> users.join(company, user.id(), Role.OWNER),
                        () -> users.create(company, Role.OWNER, EMAIL, "Demo", PASSWORD));
    }

    private AccountingIntegration accounting(Company company, BillyProcess billy, DemoWishes wishes) {
        return accountings.all(company.id()).stream()
                .findFirst()
                .map(known -> keep(known, billy.apiUri(), wishes))
                .orElseGet(() -> integrate(company, billy, wishes));
    }

    /** The simulator may stand at another port this time. */
    private AccountingIntegration keep(AccountingIntegration known, URI api, DemoWishes wishes) {
        AccountingIntegration wanted = new AccountingIntegration(
                known.company(),
                known.id(),
                known.name(),
                known.platform(),
                api,
                wishes.approve(),
                known.inFlight(),
                true);
        if (!wanted.equals(known)) {
            accountings.save(wanted);
        }
        return wanted;
    }

    private AccountingIntegration integrate(Company company, BillyProcess billy, DemoWishes wishes) {
        Secret key = new BillyAdmin(billy.uri()).createCompany(company.name());
        systems.tryKey(AccountingPlatform.BILLY, billy.apiUri(), key);
        AccountingIntegration made = new AccountingIntegration(
                company.id(),
                new AccountingIntegrationId(ids.next()),
                "Billy",
                AccountingPlatform.BILLY,
                billy.apiUri(),
                wishes.approve(),
                IN_FLIGHT,
                true);
        accountings.create(made, key);
        return made;
    }

    private OrderIntegration shop(
            CompanyId company,
            String name,
            String shopKey,
            OrderPlatform platform,
            AccountingIntegration accounting,
            DemoWishes wishes) {
        OrderIntegrationId id = shops.named(company, shopKey)
                .map(OrderIntegration::id)
                .orElseGet(() -> new OrderIntegrationId(ids.next()));
        OrderIntegration bound = new OrderIntegration(
                company,
                id,
                name,
                platform,
                shopKey,
                accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                wishes.standAloneCreditNotes(),
                true);
        if (!shops.find(company, id).equals(java.util.Optional.of(bound))) {
            shops.save(bound);
        }
        return bound;
    }
}
