package dk.ordrebro.web;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.command.demo.DemoShop;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application with throw-away infrastructure for daily work on the pages: a fresh database, a simulator, and two companies,
 * one with a shop's orders and one that has taken no step yet. Sign in with the addresses below and {@link #PASSWORD}.
 */
public final class Playground {

    static final String FULL = "fuld@butik.example";
    static final String EMPTY = "tom@butik.example";
    static final String PASSWORD = "hest batteri hæfteklamme";

    /** Another where this one is taken: {@code -Dplayground.port=…}. */
    private static final int PORT = Integer.getInteger("playground.port", 8099);

    private static final int ORDERS = 160;
    private static final int HANDLED = 130;

    private Playground() {}

    static void main() {
        HikariDataSource database = (HikariDataSource) SharedDatabase.dataSource();
        BillySimulator billy = BillySimulator.start(SimulatorOptions.ephemeral());
        String spareKey = billy.admin()
                .createCompany(NewCompany.named("Havnens Garn ApS"))
                .accessToken();
        ConfigurableApplicationContext context = SpringApplication.run(
                OrdrebroApplication.class,
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--ordrebro.new-billy.base-url=" + billy.apiUri(),
                "--server.port=" + PORT,
                "--spring.thymeleaf.cache=false",
                "--spring.web.resources.cache.period=0");
        Setup setup = Setup.of(context, billy, false);
        fill(context, setup);
        Users users = context.getBean(Users.class);
        CompanyId empty =
                context.getBean(Companies.class).create("Havnens Garn").id();
        users.create(setup.company, Role.OWNER, FULL, "Fie Lund", PASSWORD);
        users.create(empty, Role.OWNER, EMPTY, "Tom Havn", PASSWORD);
        System.out.println("READY http://localhost:" + PORT + " " + FULL + " and " + EMPTY + ", " + PASSWORD
                + "; a Billy key to try: " + spareKey);
    }

    private static void fill(ConfigurableApplicationContext context, Setup setup) {
        Clock clock = context.getBean(Clock.class);
        List<Order> made = DemoShop.orders(setup.shop, ORDERS, LocalDate.now(clock));
        PushOrders push = context.getBean(PushOrders.class);
        var kept = context.getBean(Orders.class)
                .keep(made.stream()
                        .map(order -> new Orders.Arrival(order, Raw.of(push.write(order))))
                        .toList());
        context.getBean(Handling.class)
                .handleAll(
                        setup.company,
                        kept.stream()
                                .limit(HANDLED)
                                .map(one -> new Handling.Whole(one.id(), clock.instant(), null))
                                .toList());
    }
}
