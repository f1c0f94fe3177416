package dk.ordrebro.web;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.command.demo.DemoShop;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import dk.ordrebro.proof.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** Companies to look at pages with: one with a shop's orders, one that has taken no step yet, and one with whom everything has gone wrong. */
public final class DemoCompanies {

    public static final String FULL = "fuld@butik.example";
    public static final String EMPTY = "tom@butik.example";
    public static final String TROUBLE = "fejl@butik.example";
    public static final String PASSWORD = "hest batteri hæfteklamme";

    private static final int DAYS = 30;
    private static final int ORDERS = 160;
    private static final int HANDLED = 130;

    private DemoCompanies() {}

    /** Makes all three; answers with the one that has orders. */
    public static Setup make(ConfigurableApplicationContext context, BillySimulator billy) {
        Setup setup = Setup.of(context, billy, false);
        fill(context, setup);
        Users users = context.getBean(Users.class);
        CompanyId empty =
                context.getBean(Companies.class).create("Havnens Garn").id();
        users.create(setup.company, Role.OWNER, FULL, "Fie Lund", PASSWORD);
        users.create(empty, Role.OWNER, EMPTY, "Tom Havn", PASSWORD);
        trouble(context, billy, users);
        return setup;
    }

    /** A company with whom everything has gone wrong: a key that is dead, a document that was voided, and what waits for both. */
    private static void trouble(ConfigurableApplicationContext context, BillySimulator billy, Users users) {
        Setup setup = Setup.of(context, billy, true);
        users.create(setup.company, Role.OWNER, TROUBLE, "Ea Uheld", PASSWORD);
        var one = setup.handle(GivenOrder.order().id("2001").item("1", "125"));
        setup.handle(GivenOrder.order().id("2002").item("2", "250").freight("39"));
        // The running application books too: whichever comes first.
        setup.drain();
        InvoiceId invoice = Awaitility.await().until(() -> setup.booking(one).invoice(), Objects::nonNull);
        billy.admin().voidInvoice(setup.keys.organizationId(), invoice.value());
        LocalDate day = setup.booking(one).day();
        context.getBean(Proof.class).compare(setup.company, setup.accounting.id(), day, day);
        context.getBean(AccountingIntegrations.class)
                .replaceKey(setup.company, setup.accounting.id(), new Secret("dead"));
        setup.handle(GivenOrder.order().id("2003").item("1", "80"));
        setup.drain();
    }

    private static void fill(ConfigurableApplicationContext context, Setup setup) {
        Clock clock = context.getBean(Clock.class);
        List<Order> made = DemoShop.orders(setup.shop, ORDERS, LocalDate.now(clock));
        PushOrders push = context.getBean(PushOrders.class);
        var kept = context.getBean(Orders.class)
                .keep(made.stream()
                        .map(order -> new Orders.Arrival(order, Raw.of(push.write(order))))
                        .toList());
        for (int day = 0; day < DAYS; day++) {
            int share = HANDLED / DAYS;
            Instant at = clock.instant().minus(Duration.ofDays(day));
            context.getBean(Handling.class)
                    .handleAll(
                            setup.company,
                            kept.stream()
                                    .skip((long) day * share)
                                    .limit(share)
                                    .map(one -> new Handling.Whole(one.id(), at, null))
                                    .toList());
        }
    }
}
