package dk.ordrebro.booking;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.admin.CompanyKeys;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.booking.drain.Drain;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.Templates;
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
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with the four steps done, in the running application and in the simulator. */
public final class Setup {

    private final ApplicationContext context;
    public final CompanyKeys keys;
    public final CompanyId company;
    public final AccountingIntegration accounting;
    public final OrderIntegration shop;

    private Setup(
            ApplicationContext context,
            CompanyKeys keys,
            CompanyId company,
            AccountingIntegration accounting,
            OrderIntegration shop) {
        this.context = context;
        this.keys = keys;
        this.company = company;
        this.accounting = accounting;
        this.shop = shop;
    }

    public static Setup of(ApplicationContext context, BillySimulator billy, boolean autoApprove) {
        return of(context, billy, NewCompany.named("Nordlys Te ApS"), autoApprove);
    }

    public static Setup of(ApplicationContext context, BillySimulator billy, NewCompany wanted, boolean autoApprove) {
        return of(context, billy, wanted, autoApprove, 4);
    }

    /** One call to Billy after another, so that what happens does not hang on which thread is first. */
    public static Setup oneCallAtATime(
            ApplicationContext context, BillySimulator billy, NewCompany wanted, boolean autoApprove) {
        return of(context, billy, wanted, autoApprove, 1);
    }

    private static Setup of(
            ApplicationContext context, BillySimulator billy, NewCompany wanted, boolean autoApprove, int inFlight) {
        CompanyKeys keys = billy.admin().createCompany(wanted);
        Ids ids = context.getBean(Ids.class);
        CompanyId company =
                context.getBean(Companies.class).create("Nordlys Te").id();
        AccountingIntegration accounting = new AccountingIntegration(
                company,
                new AccountingIntegrationId(ids.next()),
                "Billy",
                AccountingPlatform.BILLY,
                billy.apiUri(),
                autoApprove,
                inFlight,
                true);
        context.getBean(AccountingIntegrations.class).create(accounting, new Secret(keys.accessToken()));
        fillTemplates(context, accounting);
        OrderIntegration shop = new OrderIntegration(
                company,
                new OrderIntegrationId(ids.next()),
                "Nordlys Te",
                OrderPlatform.PUSH,
                "nordlys",
                accounting.id(),
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        context.getBean(OrderIntegrations.class).save(shop);
        return new Setup(context, keys, company, accounting, shop);
    }

    private static void fillTemplates(ApplicationContext context, AccountingIntegration accounting) {
        ChartOfAccounts chart =
                context.getBean(AccountingSystems.class).open(accounting).chart();
        RulesetId normal = chart.rulesets().stream()
                .filter(r -> r.name().equals("Normalt salg af varer"))
                .findFirst()
                .orElseThrow()
                .id();
        Templates templates = context.getBean(Templates.class);
        templates.prepare(accounting.company(), accounting.id());
        for (Area area : Area.values()) {
            for (TemplateKind kind : List.of(TemplateKind.ITEM, TemplateKind.FREIGHT)) {
                int account = kind == TemplateKind.ITEM ? 1110 : 1115;
                templates.save(
                        accounting.company(),
                        accounting.id(),
                        new Template(kind, area, new AccountNumber(account), normal));
            }
        }
    }

    /** Keeps an order as the shop's own. */
    public OrderId keep(GivenOrder order) {
        return context.getBean(Orders.class)
                .keep(List.of(new Orders.Arrival(order.from(shop).build(), Raw.of("{}"))))
                .getFirst()
                .id();
    }

    /** Keeps an order and handles all of it. */
    public Fulfillment handle(GivenOrder order) {
        OrderId id = keep(order);
        return context.getBean(Handling.class)
                .handleAll(company, List.of(new Handling.Whole(id, Given.HANDLED, null)))
                .getFirst();
    }

    /** Runs the drain until nothing waits any more, as if the time had passed that a document waits for another that is being taken away. */
    public void drainOn() {
        for (int round = 0; round < 6; round++) {
            drain();
            int waiting = context.getBean(JdbcClient.class)
                    .sql("update booking set due_at = created_at where company_id = ? and state = 'WAITING'")
                    .param(company.value())
                    .update();
            if (waiting == 0) {
                return;
            }
        }
    }

    /** Runs the integration's drain until nothing is due; says when something will be. */
    public Optional<Instant> drain() {
        return context.getBean(Drain.class).run(company, accounting.id());
    }

    public Booking booking(Fulfillment fulfillment) {
        Bookings bookings = context.getBean(Bookings.class);
        return bookings.ofOrder(company, fulfillment.order()).stream()
                .filter(b -> b.fulfillment().equals(fulfillment.id()))
                .findFirst()
                .orElseThrow();
    }

    public AccountingSystem system() {
        return context.getBean(AccountingSystems.class).open(accounting);
    }
}
