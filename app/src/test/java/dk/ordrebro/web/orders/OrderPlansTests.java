package dk.ordrebro.web.orders;

import static dk.ordrebro.web.SignedInAs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.ManyOrders;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import dk.ordrebro.web.orders.ExplainingDataSource.Explained;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every query a page of orders makes, explained by the database while 30,000 orders of the company and as many of others stand in the tables:
 * no table that grows is read from end to end, and none of the queries touches more rows than a page needs, however they are found.
 */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderPlansTests {

    private static final int ORDERS = 30_000;
    private static final int OTHERS = 3;
    private static final Set<String> GROWING = Set.of(
            "shop_order",
            "order_revision",
            "order_word",
            "search_word",
            "booking_sale",
            "booking_posting",
            "fulfillment",
            "booking",
            "booking_attempt",
            "activity",
            "bulk_item");

    /**
     * A search that is narrowed looks at a thousand; a page is fifty; a job's or confirmation's list is as long as what was asked for; a filter
     * that fits few looks through ten thousand and says so.
     */
    private static final long MOST_ROWS = 10_500;

    @TestConfiguration(proxyBeanMethods = false)
    static class Explaining {

        @Bean
        static BeanPostProcessor explaining() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource real && !(bean instanceof ExplainingDataSource)
                            ? new ExplainingDataSource(real)
                            : bean;
                }
            };
        }
    }

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource database;

    private SignedIn me;
    private List<OrderIntegration> shops;

    @BeforeAll
    void fill() {
        GivenShops given = new GivenShops(context);
        for (int i = 0; i < OTHERS; i++) {
            CompanyId other = given.company("Anden");
            ManyOrders.fill(database, other, given.shops(other, 1), ORDERS / OTHERS);
        }
        CompanyId company = given.company("Stor");
        shops = given.shops(company, 3);
        ManyOrders.fill(database, company, shops, ORDERS);
        User user = context.getBean(Users.class)
                .create(company, Role.OWNER, "bo@butik.example", "Bo Lund", "hest batteri hæfteklamme");
        me = context.getBean(Memberships.class).of(user.id(), company).orElseThrow();
        // So many that reading all of them is no plan for one job, whenever the database counts its rows.
        for (int i = 0; i < 20; i++) {
            job();
        }
        JdbcClient.create(database).sql("vacuum analyze").update();
    }

    private ExplainingDataSource explaining() {
        return (ExplainingDataSource) database;
    }

    @Test
    void readNoMoreThanTheyShow() throws Exception {
        BulkJobId job = job();
        String deep = "&older=" + ManyOrders.place(ORDERS / 2);
        String id = ManyOrders.id(777).toString();
        List<String> pages = List.of(
                "/orders",
                "/orders?older=" + ManyOrders.place(ORDERS / 2),
                "/orders?newer=" + ManyOrders.place(5),
                "/orders?state=OPEN&state=PARTLY_HANDLED",
                "/orders?state=HANDLED" + deep,
                "/orders?shop=" + shops.getLast().id() + deep,
                "/orders?shop=" + shops.getFirst().id() + "&state=OPEN&country=IS",
                "/orders?country=DE" + deep,
                "/orders?country=IS&state=OPEN",
                "/orders?country=FR",
                "/orders?from=2024-01-10&through=2024-01-20",
                "/orders?country=SE&from=2024-01-10&through=2024-01-20&state=HANDLED",
                "/orders?q=" + ManyOrders.number(777),
                "/orders?q=1",
                "/orders?q=jensen",
                "/orders?q=jensen" + deep,
                "/orders?q=ida%20jensen",
                "/orders?q=nothing",
                "/orders?q=jensen&country=IS&state=OPEN",
                "/orders?q=ida&shop=" + shops.getLast().id() + deep,
                "/orders?booked=HELD",
                "/orders?sort=NUMBER&way=up",
                "/orders?sort=CUSTOMER&way=down&country=IS",
                "/orders?sort=AMOUNT&way=down&state=OPEN",
                "/orders?sort=STATE&way=up&shop=" + shops.getLast().id(),
                "/orders?payment=Faktura",
                "/orders?payment=Faktura&country=SE",
                "/orders?currency=SEK",
                "/orders?currency=EUR&state=OPEN&sort=CUSTOMER",
                "/orders?least=500&most=500.50",
                "/orders?least=200&most=900&country=IS",
                "/orders?least=2000",
                "/orders?q=ense",
                "/orders?q=%40post.example&sort=NUMBER",
                "/bookings",
                "/bookings?number=ense&state=SETTLED",
                "/bookings?sort=CUSTOMER&way=up&payment=Faktura",
                "/bookings?sort=AMOUNT&way=down",
                "/bookings?sort=STATE&way=up",
                "/bookings?sort=DATE&way=up&from=2024-01-10&through=2024-01-20",
                "/bookings?least=500&most=500.50&country=DE",
                "/bookings?standing=DRAFT&area=OUTSIDE&treatment=EXPORT_ZERO",
                "/bookings?currency=SEK",
                "/orders/" + id,
                "/orders/" + id + "/slip",
                "/orders/" + id + "/revisions/1",
                "/orders/" + id + "/preview",
                "/orders/bulk",
                "/orders/bulk/new?q=jensen&state=OPEN",
                "/orders/bulk/" + job,
                "/orders/bulk/" + job + "?state=WAITING&after=50",
                "/orders/bulk/" + job + "/progress",
                "/orders/bulk/" + job + "/slips");

        List<String> found = new ArrayList<>();
        for (String page : pages) {
            found.addAll(troubles(page, MockMvcRequestBuilders.get(URI.create(page))));
        }
        found.addAll(troubles(
                "preview of a selection",
                MockMvcRequestBuilders.post("/orders/preview")
                        .param("order", id)
                        .with(csrf())));

        assertThat(found).isEmpty();
    }

    /** That the check can fail: what it is there to find, it finds. */
    @Test
    void wouldNoticeAQueryThatGrows() {
        explaining().take();
        JdbcClient.create(database)
                .sql("select * from shop_order where company_id = ? and customer like ? order by received_at limit 10")
                .params(me.company().value(), "%jens%")
                .query()
                .listOfRows();

        assertThat(explaining().take())
                .singleElement()
                .satisfies(one -> assertThat(troubles("a bad page", one)).isNotEmpty());
    }

    private BulkJobId job() {
        BulkJobId job = new BulkJobId(context.getBean(Ids.class).next());
        List<OrderId> some =
                LongStream.rangeClosed(1, 500).mapToObj(ManyOrders::id).toList();
        context.getBean(BulkJobs.class).handle(me.company(), job, some, me.who());
        return job;
    }

    private List<String> troubles(String page, MockHttpServletRequestBuilder request) throws Exception {
        var who = new UsernamePasswordAuthenticationToken(
                me, null, AuthorityUtils.createAuthorityList("HANDLING", "BOOKING", "SETTINGS"));
        explaining().take();
        mvc.perform(request.with(authentication(who)).with(in(me.company()))).andExpect(status().isOk());
        List<Explained> asked = explaining().take();
        assertThat(asked).as(page).isNotEmpty();
        return asked.stream().flatMap(one -> troubles(page, one).stream()).toList();
    }

    private static List<String> troubles(String page, Explained one) {
        List<String> troubles = new ArrayList<>();
        look(new JsonMapper().readTree(one.plan()).get(0).get("Plan"), troubles);
        return troubles.stream()
                .map(trouble -> page + ": " + trouble + " in " + one.sql() + "\n" + one.plan())
                .toList();
    }

    private static void look(JsonNode node, List<String> troubles) {
        String type = node.path("Node Type").asString();
        String table = node.path("Relation Name").asString("");
        long loops = Math.max(1, node.path("Actual Loops").asLong());
        double rows = (node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble())
                * loops;
        if (type.equals("Seq Scan") && GROWING.contains(table)) {
            troubles.add("reads all of " + table);
        }
        if (rows > MOST_ROWS) {
            troubles.add(type + " " + table + " touches " + rows + " rows");
        }
        node.path("Plans").forEach(below -> look(below, troubles));
    }
}
