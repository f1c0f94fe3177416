package dk.ordrebro.web.orders;

import static dk.ordrebro.web.SignedInAs.in;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.zaxxer.hikari.HikariDataSource;
import dk.ordrebro.OrdrebroApplication;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.ManyOrders;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.bulk.BulkJob;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Measures how long pages take on the server when one company has very many orders, all but the latest of them booked: the real controllers, templates, security
 * filters and database, without the network. Prints a table; docs/performance.md says how to run it and what came out.
 *
 * <p>Arguments: orders of the measured company (1,000,000), orders of each of twenty others (10,000), requests of each page (300).
 */
public final class MeasureOrders {

    private static final int OTHERS = 20;
    private static final int WARM = 60;
    private static final int HANDLED_AT_ONCE = 1000;

    private final ConfigurableApplicationContext context;
    private final MockMvc mvc;
    private final SignedIn me;
    private final AccountingIntegration accounting;
    private final List<OrderIntegration> shops;
    private final int orders;
    private final int requests;
    private final Random random = new Random(20261124);

    private MeasureOrders(
            ConfigurableApplicationContext context,
            SignedIn me,
            AccountingIntegration accounting,
            List<OrderIntegration> shops,
            int orders,
            int requests) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
                .apply(springSecurity())
                .build();
        this.me = me;
        this.accounting = accounting;
        this.shops = shops;
        this.orders = orders;
        this.requests = requests;
    }

    static void main(String[] args) throws Exception {
        int orders = number(args, 0, 1_000_000);
        int ofOthers = number(args, 1, 10_000);
        try (ConfigurableApplicationContext context = application();
                BillySimulator billy = BillySimulator.start(SimulatorOptions.ephemeral())) {
            long began = System.nanoTime();
            GivenShops given = new GivenShops(context);
            for (int i = 0; i < OTHERS; i++) {
                CompanyId other = given.company("Anden " + i);
                ManyOrders.fill(context.getBean(DataSource.class), other, given.shops(other, 1), ofOthers);
            }
            Setup setup = Setup.of(context, billy, false);
            CompanyId company = setup.company;
            List<OrderIntegration> shops = given.shops(company, 3);
            ManyOrders.fill(context.getBean(DataSource.class), company, shops, orders);
            proved(context, setup.accounting);
            JdbcClient.create(context.getBean(DataSource.class))
                    .sql("vacuum analyze")
                    .update();
            System.out.printf(
                    Locale.ROOT,
                    "filled in %d s; shop_order and order_word with their indexes: %s%n",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                    sizes(context));
            User user = context.getBean(Users.class)
                    .create(company, Role.OWNER, "bo@butik.example", "Bo Lund", "hest batteri hæfteklamme");
            SignedIn me =
                    context.getBean(Memberships.class).of(user.id(), company).orElseThrow();
            new MeasureOrders(context, me, setup.accounting, shops, orders, number(args, 2, 300)).run();
        }
    }

    /** As if every day had been compared and agreed. */
    private static void proved(ConfigurableApplicationContext context, AccountingIntegration accounting) {
        JdbcClient.create(context.getBean(DataSource.class))
                .sql("""
                        insert into proof_ledger
                        select company_id, ?, day, order_integration_id, settled, sum, settled, 0, sum, none, 0, 0, none, none, none, now()
                        from booking_day, (select ?::text as sum, ?::text as none) as t where company_id = ?
                        """)
                .params(
                        accounting.id().value(),
                        "{\"byCurrency\":{\"DKK\":412345.50}}",
                        "{\"byCurrency\":{}}",
                        accounting.company().value())
                .update();
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private static String sizes(ConfigurableApplicationContext context) {
        return String.join(
                ", ",
                JdbcClient.create(context.getBean(DataSource.class))
                        .sql(
                                "select pg_size_pretty(pg_total_relation_size(t::regclass)) from unnest(array['shop_order', 'order_word']) as t")
                        .query(String.class)
                        .list());
    }

    private static ConfigurableApplicationContext application() {
        HikariDataSource database = (HikariDataSource) SharedDatabase.dataSource();
        return SpringApplication.run(
                OrdrebroApplication.class,
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--logging.level.root=warn",
                "--server.port=0");
    }

    private void run() throws Exception {
        System.out.printf(Locale.ROOT, "%-58s %9s %9s%n", "page", "median ms", "p99 ms");
        measure("list, first page", i -> "/orders");
        measure("list, older than any order", i -> "/orders?older=" + ManyOrders.place(any()));
        measure("list, newer than any order", i -> "/orders?newer=" + ManyOrders.place(any()));
        measure("list, to be handled", i -> "/orders?state=OPEN&state=PARTLY_HANDLED");
        measure(
                "list, one shop, handled, older than any",
                i -> "/orders?state=HANDLED&shop=" + shops.get(i % 3).id() + "&older=" + ManyOrders.place(any()));
        measure("list, a country 6 in 100 go to", i -> "/orders?country=DE&older=" + ManyOrders.place(any()));
        measure("list, a country 1 in 10,000 goes to, open", i -> "/orders?country=IS&state=OPEN");
        measure("list, a country nothing goes to", i -> "/orders?country=FR");
        measure("list, a month", i -> "/orders?from=2025-0" + (1 + i % 8) + "-01&through=2025-0" + (1 + i % 8) + "-28");
        measure("list, those whose booking is held", i -> "/orders?booked=HELD");
        measure("search, whole number", i -> "/orders?q=" + ManyOrders.number(any()));
        measure(
                "search, beginning of a number",
                i -> "/orders?q=" + ManyOrders.number(any()).substring(0, 4));
        measure("search, first and last name", i -> "/orders?q=ida holm");
        measure("search, the name most have", i -> "/orders?q=jensen");
        measure("search, the name most have, deep", i -> "/orders?q=jensen&older=" + ManyOrders.place(any()));
        measure("search, one letter", i -> "/orders?q=j");
        measure("search, beginning of an address", i -> "/orders?q=mette.hansen1");
        measure("search, telephone", i -> "/orders?q=2123456" + i % 10);
        measure("search, nothing found", i -> "/orders?q=qqq" + i);
        measure("search, the name most have, in Germany, open", i -> "/orders?q=jensen&country=DE&state=OPEN");
        measure("one order, any", i -> "/orders/" + ManyOrders.id(1 + any()));
        measure("one order, packing slip", i -> "/orders/" + ManyOrders.id(1 + any()) + "/slip");
        measure("one order, raw data", i -> "/orders/" + ManyOrders.id(1 + any()) + "/revisions/1");
        measure(
                "handle all in one shop: the question (up to 10,000)",
                i -> "/orders/bulk/new?shop=" + shops.getFirst().id());
        BulkJobId job = bulk();
        measure("a job of 1,000 orders", i -> "/orders/bulk/" + job);
        measure("a job's progress", i -> "/orders/bulk/" + job + "/progress");
        measure("packing slips of a job, 100 at a time", i -> "/orders/bulk/" + job + "/slips");
        measure("jobs", i -> "/orders/bulk");
        daily();
    }

    private void daily() throws Exception {
        measure("start page", i -> "/");
        measure("bookings, first page", i -> "/bookings");
        measure(
                "bookings, settled, older than any",
                i -> "/bookings?state=SETTLED&before=" + ManyOrders.booking(booked()));
        measure("bookings, one shop", i -> "/bookings?shop=" + shops.get(i % 3).id());
        measure("bookings, found by order number", i -> "/bookings?number=" + ManyOrders.number(any()));
        measure("one booking, any", i -> "/bookings/" + ManyOrders.booking(booked()));
        measure("needs attention", i -> "/attention");
        measure(
                "proof, 62 days in three shops",
                i -> "/proof?from=2025-0" + (1 + i % 7) + "-01&through=2025-0" + (2 + i % 7) + "-28");
        measure(
                "shop total against invoiced, two months",
                i -> "/proof/shop?accounting=" + accounting.id() + "&from=2025-0" + (1 + i % 7) + "-01&through=2025-0"
                        + (2 + i % 7) + "-28");
        measure(
                "shop total, the orders behind a row",
                i -> "/proof/shop?accounting=" + accounting.id() + "&row=HELD&from=2025-0" + (1 + i % 7)
                        + "-01&through=2025-0" + (2 + i % 7) + "-28");
        measure(
                "a month's VAT and period",
                i -> "/period?from=2025-0" + (1 + i % 7) + "-01&through=2025-0" + (1 + i % 7) + "-28");
        measure("activity, first page", i -> "/activity");
        measure("activity, older than any", i -> "/activity?before=" + (1_000 + any()));
        measure("accounting integration with its templates", i -> "/settings/accounting/" + accounting.id());
        measure("shop", i -> "/settings/shops/" + shops.get(i % 3).id());
    }

    private long any() {
        return random.nextInt(orders);
    }

    /** One whose booking there is. */
    private long booked() {
        long one = 1L + random.nextInt(orders / 100 * 98);
        return one % 9973 == 0 ? one + 1 : one;
    }

    /** Handles a thousand of the latest orders, bookings and audit trail with them; the time is from asking until all is done. */
    private BulkJobId bulk() throws InterruptedException {
        BulkJobs jobs = context.getBean(BulkJobs.class);
        BulkJobId id = new BulkJobId(context.getBean(Ids.class).next());
        List<OrderId> wanted = LongStream.rangeClosed(orders - HANDLED_AT_ONCE + 1L, orders)
                .mapToObj(ManyOrders::id)
                .toList();
        long began = System.nanoTime();
        jobs.handle(me.company(), id, wanted, me.who());
        BulkJob job = jobs.find(me.company(), id).orElseThrow();
        while (job.running()) {
            Thread.sleep(10);
            job = jobs.find(me.company(), id).orElseThrow();
        }
        System.out.printf(
                Locale.ROOT,
                "%-58s %9.0f%n",
                "handling 1,000 orders (" + job.handled() + " handled)",
                (System.nanoTime() - began) / 1e6);
        return id;
    }

    private void measure(String what, IntFunction<String> address) throws Exception {
        for (int i = 0; i < WARM; i++) {
            ask(address.apply(i));
        }
        double[] ms = new double[requests];
        for (int i = 0; i < requests; i++) {
            String asked = address.apply(i);
            long began = System.nanoTime();
            ask(asked);
            ms[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "%-58s %9.1f %9.1f%n",
                what,
                ms[requests / 2],
                ms[Math.min(requests - 1, requests * 99 / 100)]);
    }

    private void ask(String address) throws Exception {
        var who = new UsernamePasswordAuthenticationToken(
                me, null, AuthorityUtils.createAuthorityList("HANDLING", "BOOKING", "SETTINGS"));
        int status = mvc.perform(MockMvcRequestBuilders.get(URI.create(address.replace(" ", "%20")))
                        .with(authentication(who))
                        .with(in(me.company())))
                .andReturn()
                .getResponse()
                .getStatus();
        if (status != 200) {
            throw new IllegalStateException(address + " answered " + status);
        }
    }
}
