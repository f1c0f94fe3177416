package dk.ordrebro.web.bookings;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.order.Customer;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.bulk.BulkJobId;
import dk.ordrebro.order.bulk.BulkJobs;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Orders and bookings as pages and files show them, beside what the bookings themselves say. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPagesTests {

    private final BillySimulator billy = BillySimulator.start(SimulatorOptions.ephemeral());

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext context;

    private Setup setup;
    private SignedIn me;
    private OrderId booked;
    private OrderId open;

    @BeforeAll
    void book() {
        setup = Setup.of(context, billy, true);
        booked = setup.handle(order().id("1031")
                        .customer(new Customer(
                                "c", "Munk & Søn", "Ida Munk", "ida@munk.example", null, null, false, null))
                        .rate("25")
                        .item("2", "100", new Discount.Percent(new BigDecimal("12.5")))
                        .freight("39.50"))
                .order();
        setup.drain();
        open = setup.keep(order().id("1032")
                .customer(new Customer("d", null, "=1+1", "d@post.example", null, null, false, null))
                .item("1", "1250.50"));
        User user = context.getBean(Users.class)
                .create(setup.company, Role.OWNER, "lister@butik.example", "Bo Lund", "hest batteri hæfteklamme");
        me = context.getBean(Memberships.class).of(user.id(), setup.company).orElseThrow();
    }

    @AfterAll
    void stop() {
        billy.close();
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        var who = new UsernamePasswordAuthenticationToken(
                me, null, AuthorityUtils.createAuthorityList("HANDLING", "BOOKING", "SETTINGS"));
        return mvc.perform(request.with(authentication(who))
                        .with(in(setup.company))
                        .header("Accept-Language", "da"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String address) throws Exception {
        return answer(get(URI.create(address)));
    }

    @Test
    void showsATotalForEveryOrder() throws Exception {
        assertThat(page("/orders")).contains("214,50 kr.").contains("1.250,50 kr.");
    }

    @Test
    void showsDiscountsSumsAndWhereEachLineWent() throws Exception {
        assertThat(page("/orders/" + booked))
                .contains("(12,5 %)")
                .contains("175,00")
                .contains("Linjernes sum med moms")
                .contains("Total, regnet af linjerne")
                .contains("214,50 kr.")
                .contains("Konto 1110 ");
        assertThat(page("/orders/" + open)).doesNotContain("Konto 1110");
    }

    @Test
    void leadsToTheNextOrderOfTheListItCameFrom() throws Exception {
        assertThat(page("/orders/" + booked + "?of=%3Fsort%3DNUMBER%26way%3Dup"))
                .contains("/orders/" + open);
        assertThat(page("/orders/" + booked + "?of=%3Fq%3Dmunk")).doesNotContain("/orders/" + open);
    }

    @Test
    void findsBookingsByPartsOfWhatTheyAreAbout() throws Exception {
        for (String typed : List.of("1031", "Munk", "søn", "unk", "ida@mu", "SKU-1")) {
            assertThat(page("/bookings?number=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                    .as(typed)
                    .contains("#1031")
                    .contains("Munk &amp; Søn")
                    .contains("214,50 kr.");
        }
        assertThat(page("/bookings?number=findes-ikke")).doesNotContain("#1031");
    }

    @Test
    void findsAnOrderByTheNumberOfItsInvoice() throws Exception {
        Booking booking =
                context.getBean(Bookings.class).ofOrder(setup.company, booked).getFirst();

        assertThat(page("/orders?q=" + Objects.requireNonNull(booking.invoiceNumber())))
                .contains("#1031");
    }

    @Test
    void sumsTheBookingsOfATemplateSinceAMoment() throws Exception {
        assertThat(page("/bookings?template=ITEM/DOMESTIC&since=2026-01-01T00:00:00Z"))
                .contains("Sum pr. konto")
                .contains("140,00 kr.")
                .contains("35,00 kr.");
        assertThat(page("/bookings?template=ITEM/DOMESTIC&since=2999-01-01T00:00:00Z"))
                .contains("Ingen af dem har et dokument i regnskabet endnu.");
    }

    @Test
    void givesEachListAsAFileForADanishSpreadsheet() throws Exception {
        assertThat(page("/orders/orders.csv?sort=NUMBER&way=up"))
                .startsWith("\uFEFFOrdre;Købt;Kunde;")
                .contains(";DKK;214,50;")
                .contains(";1250,50;")
                .contains(";'=1+1;");
        assertThat(page("/orders/orders.csv?q=munk")).contains("#1031").doesNotContain("#1032");
        assertThat(page("/orders/lines.csv")).contains(";25,00;175,00;").contains(";1110;");
        assertThat(page("/bookings/bookings.csv"))
                .contains("\"#1031\";Munk & Søn;Danmark;")
                .contains(";Godkendt;")
                .contains("1110, 1115");
        assertThat(page("/bookings/bookings.csv?state=HELD")).doesNotContain("#1031");
    }

    @Test
    void showsAListForAnAddressNobodyCanRead() throws Exception {
        assertThat(page("/bookings?from=2026-13-45&least=hej&shop=hej&state=hej&area=hej"))
                .contains("#1031");
        assertThat(page("/bookings?least=1.000,00")).doesNotContain("#1031");
    }

    @Test
    void asksBeforeChosenOrdersBecomeFinalInvoices() throws Exception {
        String job = context.getBean(Ids.class).next().toString();
        String asked = answer(post("/orders/bulk")
                .param("job", job)
                .param("order", open.toString())
                .with(csrf()));

        assertThat(asked)
                .contains("1.250,50 kr.")
                .contains("Bogfør automatisk er slået til")
                .contains("sure");
        assertThat(context.getBean(BulkJobs.class).find(setup.company, new BulkJobId(UUID.fromString(job))))
                .isEmpty();
    }
}
