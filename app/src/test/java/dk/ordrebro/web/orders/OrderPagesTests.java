package dk.ordrebro.web.orders;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.at;
import static dk.ordrebro.web.SignedInAs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.activity.Activity;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.GivenOrder;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import dk.ordrebro.order.bulk.BulkJob;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@OwnDatabase
class OrderPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Orders orders;

    @Autowired
    private BulkJobs jobs;

    @Autowired
    private Activities activities;

    @Autowired
    private Ids ids;

    @Autowired
    private Users users;

    @Autowired
    private Memberships memberships;

    private CompanyId company;
    private OrderIntegration shop;
    private SignedIn owner;
    private SignedIn reader;

    @BeforeEach
    void makeACompany() {
        GivenShops given = new GivenShops(context);
        company = given.company("Nordlys Te");
        shop = given.shops(company, 1).getFirst();
        owner = signedIn(company, Role.OWNER);
        reader = signedIn(company, Role.READ_ONLY);
    }

    private SignedIn signedIn(CompanyId in, Role role) {
        User user = users.create(in, role, ids.next() + "@butik.example", "Bo Lund", "hest batteri hæfteklamme");
        return memberships.of(user.id(), in).orElseThrow();
    }

    private OrderId keep(GivenOrder told) {
        return keep(told, "{\"id\": 7, \"note\": \"<script>alert(1)</script>\"}");
    }

    private OrderId keep(GivenOrder told, String raw) {
        return orders.keep(List.of(new Orders.Arrival(told.from(shop).build(), Raw.of(raw))))
                .getFirst()
                .id();
    }

    private ResultActions as(SignedIn me, MockHttpServletRequestBuilder request) throws Exception {
        var authorities = Stream.of(Permission.values())
                .filter(me::may)
                .map(Permission::name)
                .toArray(String[]::new);
        var token = new UsernamePasswordAuthenticationToken(me, null, AuthorityUtils.createAuthorityList(authorities));
        return mvc.perform(
                request.with(authentication(token)).with(in(me.company())).with(csrf()));
    }

    private String page(SignedIn me, String address, Object... parts) throws Exception {
        return as(me, get(address, parts))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private OrderState state(OrderId order) {
        return orders.find(company, order).orElseThrow().state();
    }

    private BulkJob finished(BulkJobId id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jobs.find(company, id).orElseThrow(), job -> !job.running());
    }

    @Test
    void showsWhatTheFilterAsksForAndKeepsItInTheForm() throws Exception {
        keep(order().id("1001").statedGross("1234.50").item("1", "1234.50"));
        keep(order().id("2002").to("DE", "10115").item("1", "100"));

        assertThat(page(owner, "/orders")).contains("#1001", "#2002", "1.234,50 kr.");
        assertThat(page(owner, "/orders?country=DE"))
                .contains("#2002", "Tyskland")
                .doesNotContain("#1001");
        assertThat(page(owner, "/orders?q=100&country=DK"))
                .contains("#1001", "value=\"100\"")
                .doesNotContain("#2002");
        assertThat(page(owner, "/orders?state=HANDLED")).doesNotContain("#1001", "#2002");
        assertThat(page(owner, "/orders?q=&shop=&country=&from=&through=&state=NONSENSE&from=x"))
                .contains("#1001", "#2002");
        as(owner, get("/orders?older=nonsense")).andExpect(status().is4xxClientError());
    }

    @Test
    void writesWhatPeopleTypedAsText() throws Exception {
        keep(order().id("<b>1</b>")
                .customer(new Customer("c", null, "<img src=x>", "a@b.example", null, null, false, null))
                .item("1", "100"));

        assertThat(page(owner, "/orders?q={q}", "\"><script>"))
                .doesNotContain("\"><script>", "<img src=x>", "<b>1</b>");
        assertThat(page(owner, "/orders")).contains("&lt;img src=x&gt;").doesNotContain("<img src=x>");
    }

    @Test
    void leadsToTheOlderPageWithTheFilterKept() throws Exception {
        IntStream.range(0, 51).forEach(i -> keep(order().id("p" + i).item("1", "100")));

        assertThat(page(owner, "/orders?country=DK")).contains("country=DK&amp;older=", "rel=\"next\"");
        assertThat(page(owner, "/orders?country=DE")).doesNotContain("rel=\"next\"");
    }

    @Test
    void findsTheOrdersWhoseBookingsAreHeld() throws Exception {
        OrderId unbound = keep(order().id("held").item("1", "100"));
        keep(order().id("open").item("1", "100"));
        as(owner, post("/orders/{id}/handle", unbound));

        assertThat(page(owner, "/orders?booked=HELD"))
                .contains("#held", "Kræver handling")
                .doesNotContain("#open");
        assertThat(page(signedIn(new GivenShops(context).company("Fremmed"), Role.OWNER), "/orders?booked=HELD"))
                .doesNotContain("#held");
    }

    @Test
    void savesAViewForOnePersonOrForAll() throws Exception {
        as(
                        reader,
                        post("/orders/views")
                                .param("name", "Min")
                                .param("query", "?state=OPEN&country=DE")
                                .param("shared", "true"))
                .andExpect(redirectedUrl(at(company, "/orders?state=OPEN&country=DE")));
        as(
                        owner,
                        post("/orders/views")
                                .param("name", "Vores")
                                .param("query", "?q=s%C3%B8%26x")
                                .param("shared", "true"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(reader, "/orders")).contains(">Min<", ">Vores<", "/orders?q=s%C3%B8%26x");
        assertThat(page(owner, "/orders")).contains(">Vores<").doesNotContain(">Min<");
        assertThat(page(reader, "/orders?q={q}", "sø&x")).doesNotContain("/remove");
        String mine = page(owner, "/orders?q={q}", "sø&x");
        String id = mine.replaceAll("(?s).*/orders/views/([0-9a-f-]{36})/remove.*", "$1");
        as(reader, post("/orders/views/{id}/remove", id)).andExpect(status().isNotFound());
        as(owner, post("/orders/views/{id}/remove", id)).andExpect(status().is3xxRedirection());
        assertThat(page(reader, "/orders")).doesNotContain(">Vores<");
    }

    @Test
    void handlesTheChosenInTheBackgroundInTheNameOfWhoAsked() throws Exception {
        OrderId one = keep(order().id("1").item("1", "100"));
        OrderId two = keep(order().id("2").item("1", "100"));
        BulkJobId job = new BulkJobId(ids.next());

        as(owner, post("/orders/bulk").param("job", job.toString()).param("order", one.toString(), two.toString()))
                .andExpect(redirectedUrl(at(company, "/orders/bulk/" + job)));

        assertThat(finished(job).handled()).isEqualTo(2);
        assertThat(List.of(state(one), state(two))).containsOnly(OrderState.HANDLED);
        assertThat(activities.about(company, "order", one.toString(), 5))
                .extracting(Activity::who)
                .containsOnly(owner.who());
        assertThat(page(owner, "/orders/bulk/" + job))
                .contains("#1", "#2", "Færdig")
                .doesNotContain("hx-trigger=\"every");
        assertThat(page(owner, "/orders/bulk/" + job + "/slips"))
                .contains("Følgeseddel", "item 1")
                .doesNotContain("kr.");
        assertThat(page(owner, "/orders/bulk")).contains("/orders/bulk/" + job);
    }

    @Test
    void asksBeforeHandlingAllThatMatchAndTakesNoOthers() throws Exception {
        OrderId german = keep(order().id("g").to("DE", "10115").item("1", "100"));
        OrderId dane = keep(order().id("d").item("1", "100"));
        BulkJobId job = new BulkJobId(ids.next());

        assertThat(page(owner, "/orders/bulk/new?country=DE"))
                .contains("1 ordrer bliver håndteret", "#g")
                .doesNotContain("#d");
        as(owner, post("/orders/bulk/matching").param("job", job.toString()).param("query", "?country=DE"))
                .andExpect(redirectedUrl(at(company, "/orders/bulk/" + job)));

        finished(job);
        assertThat(state(german)).isEqualTo(OrderState.HANDLED);
        assertThat(state(dane)).isEqualTo(OrderState.OPEN);
        assertThat(page(owner, "/orders/bulk/new?country=DE"))
                .contains("Ingen ordrer, der passer")
                .doesNotContain("/orders/bulk/matching");
    }

    @Test
    void undoesAJobOnceAndSaysWhatThatMeans() throws Exception {
        OrderId one = keep(order().id("1").item("1", "100"));
        BulkJobId job = new BulkJobId(ids.next());
        BulkJobId undo = new BulkJobId(ids.next());
        as(owner, post("/orders/bulk").param("job", job.toString()).param("order", one.toString()));
        finished(job);

        assertThat(page(owner, "/orders/bulk/" + job)).contains("Godkendte fakturaer krediteres; de slettes ikke.");
        as(owner, post("/orders/bulk/{id}/undo", job).param("job", undo.toString()))
                .andExpect(redirectedUrl(at(company, "/orders/bulk/" + undo)));

        assertThat(finished(undo).handled()).isEqualTo(1);
        assertThat(state(one)).isEqualTo(OrderState.OPEN);
        assertThat(page(owner, "/orders/bulk/" + job))
                .contains("/orders/bulk/" + undo)
                .doesNotContain("/undo");
    }

    @Test
    void takesBackAPartOfADelivery() throws Exception {
        OrderId id = keep(order().item("3", "100"));
        as(owner, post("/orders/{id}/handle", id)).andExpect(redirectedUrl(at(company, "/orders/" + id)));
        FulfillmentId delivery = orders.fulfillments(company, id).getFirst().id();

        as(
                owner,
                post("/orders/{id}/deliveries/{d}/return", id, delivery)
                        .param("line", "1")
                        .param("quantity", "x"));
        as(
                owner,
                post("/orders/{id}/deliveries/{d}/return", id, delivery)
                        .param("line", "1")
                        .param("quantity", "4"));
        assertThat(orders.fulfillments(company, id)).hasSize(1);
        as(
                owner,
                post("/orders/{id}/deliveries/{d}/return", id, delivery)
                        .param("line", "1")
                        .param("quantity", "2"));

        assertThat(orders.fulfillments(company, id)).hasSize(2).last().satisfies(back -> {
            assertThat(back.returnOf()).isEqualTo(delivery);
            assertThat(back.reopens()).isFalse();
            assertThat(back.lines().getFirst().quantity()).isEqualByComparingTo("2");
        });
        assertThat(page(owner, "/orders/{id}", id)).contains("Retur 2: sendt tilbage fra leverance 1", "(højst 1)");
    }

    @Test
    void deliversAPartAndPacksTheRest() throws Exception {
        OrderId id = keep(order().item("3", "100").item("1", "50").freight("39"));

        as(owner, post("/orders/{id}/handle-part", id).param("line", "1", "2").param("quantity", "1", ""));

        Fulfillment part = orders.fulfillments(company, id).getFirst();
        assertThat(part.lines()).extracting(line -> line.quantity().intValue()).containsExactly(1, 1);
        assertThat(state(id)).isEqualTo(OrderState.PARTLY_HANDLED);
        assertThat(page(owner, "/orders/{id}/slip", id))
                .contains("item 1", "item 2")
                .doesNotContain("freight", "kr.");
        assertThat(page(owner, "/orders/{id}/slip?delivery=1", id))
                .contains("item 1", "Resten af ordren")
                .doesNotContain("item 2");
        as(owner, get("/orders/{id}/slip?delivery=9", id)).andExpect(status().isNotFound());
    }

    @Test
    void saysWhatChangedBetweenRevisions() throws Exception {
        OrderId id = keep(order().item("2", "100").statedGross("200"));
        keep(order().item("3", "100").item("1", "25").statedGross("325"));

        String html = page(owner, "/orders/{id}", id);

        assertThat(html)
                .contains(
                        "Version 2",
                        "item 1, antal",
                        "<del>2</del>",
                        "<ins>3</ins>",
                        "item 2, linje tilføjet",
                        "<del>200,00 kr.</del>");
        assertThat(html).doesNotContain("Leveringsadresse:");
    }

    @Test
    void showsRawDataAsTextAndGivesItByteForByte() throws Exception {
        OrderId id = keep(order().item("1", "100"), "{\"b\":1.10,\"a\":\"<script>alert(1)</script>\"}");

        assertThat(page(owner, "/orders/{id}/revisions/1", id))
                .contains("1.10", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        as(owner, get("/orders/{id}/revisions/1/file", id))
                .andExpect(content()
                        .bytes("{\"b\":1.10,\"a\":\"<script>alert(1)</script>\"}".getBytes(StandardCharsets.UTF_8)))
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("attachment")));
        as(owner, get("/orders/{id}/revisions/2", id)).andExpect(status().isNotFound());
    }

    @Test
    void foreseesAnOutcomeForEachOfTheChosenAndWritesNothing() throws Exception {
        OrderId one = keep(order().id("1").item("1", "100"));

        as(reader, post("/orders/preview").param("order", one.toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ville blive holdt tilbage")));

        assertThat(state(one)).isEqualTo(OrderState.OPEN);
        assertThat(activities.about(company, "order", one.toString(), 5)).isEmpty();
    }

    @Test
    void letsThoseWhoMayOnlyLookLook() throws Exception {
        OrderId id = keep(order().item("1", "100"));
        String job = ids.next().toString();

        assertThat(page(reader, "/orders")).doesNotContain("Håndtér valgte");
        assertThat(page(reader, "/orders/{id}", id)).doesNotContain("/handle");
        for (MockHttpServletRequestBuilder button : List.of(
                post("/orders/{id}/handle", id),
                post("/orders/{id}/handle-part", id),
                post("/orders/bulk").param("job", job).param("order", id.toString()),
                post("/orders/bulk/matching").param("job", job).param("query", ""))) {
            as(reader, button).andExpect(status().isForbidden());
        }
        assertThat(state(id)).isEqualTo(OrderState.OPEN);
    }

    @Test
    void answersAnotherCompanyNotFound() throws Exception {
        OrderId id = keep(order().item("1", "100"));
        as(owner, post("/orders/{id}/handle", id));
        FulfillmentId delivery = orders.fulfillments(company, id).getFirst().id();
        BulkJobId job = new BulkJobId(ids.next());
        as(owner, post("/orders/bulk").param("job", job.toString()).param("order", id.toString()));
        finished(job);
        SignedIn stranger = signedIn(new GivenShops(context).company("Fremmed"), Role.OWNER);
        String theirs = UUID.randomUUID().toString();

        for (MockHttpServletRequestBuilder request : List.of(
                get("/orders/{id}", id),
                get("/orders/{id}/preview", id),
                get("/orders/{id}/slip", id),
                get("/orders/{id}/revisions/1", id),
                get("/orders/{id}/revisions/1/file", id),
                post("/orders/{id}/handle", id),
                post("/orders/{id}/handle-part", id),
                post("/orders/{id}/deliveries/{d}/undo", id, delivery),
                post("/orders/{id}/deliveries/{d}/return", id, delivery),
                post("/orders/preview").param("order", id.toString()),
                post("/orders/bulk").param("job", theirs).param("order", id.toString()),
                get("/orders/bulk/{job}", job),
                get("/orders/bulk/{job}/progress", job),
                get("/orders/bulk/{job}/slips", job),
                post("/orders/bulk/{job}/stop", job),
                post("/orders/bulk/{job}/resume", job),
                post("/orders/bulk/{job}/undo", job).param("job", theirs))) {
            as(stranger, request).andExpect(status().isNotFound());
        }
        assertThat(page(stranger, "/orders")).doesNotContain("#1001");
        assertThat(jobs.latest(stranger.company(), 5)).isEmpty();
        assertThat(orders.fulfillments(company, id)).hasSize(1);
    }
}
