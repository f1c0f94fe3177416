package dk.ordrebro.web.period;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.in;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.booking.Standings;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.period.Dimension;
import dk.ordrebro.period.PeriodSales;
import dk.ordrebro.period.Row;
import dk.ordrebro.period.Scope;
import dk.ordrebro.period.Sum;
import dk.ordrebro.proof.Proof;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The page of a period says what the simulator's own rows sum to, however they are told apart. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class PeriodPageTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String PASSWORD = "hest batteri hæfteklamme";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Proof proof;

    @Autowired
    private PeriodSales sales;

    private Setup setup;
    private Cookie owner;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void sellSomeOfEverything() throws Exception {
        setup = Setup.of(context, billy, false);
        String email = UUID.randomUUID() + "@butik.example";
        context.getBean(Users.class).create(setup.company, Role.OWNER, email, "Bo Holm", PASSWORD);
        owner = requireNonNull(
                mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", PASSWORD))
                        .andReturn()
                        .getResponse()
                        .getCookie("ordrebro-session"));
        setup.handle(order().id("1").item("1", "1125.50").freight("39"));
        setup.handle(order().id("2").item("3", "33.33"));
        setup.handle(order().id("se").to("SE", "21119").item("1", "200"));
        setup.handle(order().id("no").to("NO", "0150").rate("0").item("1", "300"));
        setup.handle(order().id("de")
                .to("DE", "10115")
                .company("Tee GmbH", "DE129273398", true)
                .rate("0")
                .item("2", "400.20"));
        setup.handle(order().id("e").in("EUR").item("1", "100"));
        setup.handle(order().id("held").to("", "").item("2", "100"));
        setup.drain();
        proof.compare(setup.company, setup.accounting.id(), DAY, DAY);
    }

    private Scope scope() {
        return new Scope(setup.company, setup.accounting.id(), Optional.empty(), DAY.withDayOfMonth(1), DAY);
    }

    private String query() {
        return "?accounting=" + setup.accounting.id() + "&from=" + DAY.withDayOfMonth(1) + "&through=" + DAY;
    }

    private String text(String path) throws Exception {
        return mvc.perform(get(path).with(in(setup.company)).cookie(owner))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Net and VAT out of the simulator's own rows, in kroner. */
    private Sum inBilly() {
        var company = billy.admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA)).stream()
                .map(row -> {
                    BigDecimal rate =
                            row.is(Invoice.CURRENCY_ID, "DKK") ? BigDecimal.ONE : row.need(Invoice.EXCHANGE_RATE);
                    return new Sum(
                            row.need(Invoice.AMOUNT).multiply(rate).setScale(2, RoundingMode.HALF_UP),
                            row.need(Invoice.TAX).multiply(rate).setScale(2, RoundingMode.HALF_UP),
                            Map.of());
                })
                .reduce(Sum.NOTHING, Sum::plus);
    }

    @ParameterizedTest
    @EnumSource
    void comesToWhatStandsInTheBooksHoweverItIsToldApart(Dimension by) {
        Sum expected = inBilly();

        Row total = sales.total(scope());
        Sum together = sales.by(by, scope()).stream().map(Row::sum).reduce(Sum.NOTHING, Sum::plus);

        assertThat(total.documents()).isEqualTo(6);
        assertThat(total.sum().unknown()).isEmpty();
        assertThat(total.sum().net()).isEqualByComparingTo(expected.net());
        assertThat(total.sum().vat()).isEqualByComparingTo(expected.vat());
        assertThat(together.net()).isEqualByComparingTo(expected.net());
        assertThat(together.vat()).isEqualByComparingTo(expected.vat());
    }

    @Test
    void tellsWhatTheReturnsAsk() throws Exception {
        String page = text("/period" + query() + "&by=COUNTRY").replaceAll("\\s+", " ");

        assertThat(page)
                .contains("6 dokumenter er stadig kladder", "Danmark (DK)", "Norge (NO)", "DE129273398", "Tee GmbH")
                .contains("Skriv", "CVR-nummer")
                .doesNotContain("??");
        assertThat(cell(page, "Rubrik B")).isEqualTo("800");
        assertThat(cell(page, "Rubrik C")).isEqualTo("300");
        BigDecimal vat = inBilly().vat();
        assertThat(new BigDecimal(cell(page, "Salgsmoms"))).isEqualByComparingTo(vat.setScale(0, RoundingMode.HALF_UP));
    }

    private static String cell(String page, String row) {
        var match = Pattern.compile("<th scope=\"row\">" + row + "[^<]*</th> ?<td class=\"number\">([^<]*)</td>")
                .matcher(page);
        assertThat(match.find()).as(row).isTrue();
        return match.group(1).replace(".", "").replace(',', '.');
    }

    @Test
    void leadsFromARowToItsDocuments() throws Exception {
        String page = text("/period" + query() + "&by=COUNTRY");
        var link = Pattern.compile("href=\"([^\"]*country=NO[^\"]*)\"").matcher(page);

        assertThat(link.find()).isTrue();
        String list = text(link.group(1).replace("&amp;", "&").replaceFirst("^/c/[0-9a-f]{12}", ""));
        assertThat(list).contains("#no").doesNotContain("#se");
    }

    @Test
    void givesTheFileOnceTheCompanysNumberIsKnown() throws Exception {
        mvc.perform(get("/period/eu-sales.csv" + query())
                        .with(in(setup.company))
                        .cookie(owner))
                .andExpect(status().isNotFound());
        context.getBean(Companies.class).number(setup.company, Cvr.read("10150817"));

        assertThat(text("/period" + query())).contains("Hent filen til Skattestyrelsen");
        assertThat(text("/period/eu-sales.csv" + query())).isEqualTo("""
                        0;10150817;LISTE;;;;;;
                        2;202611;2026-11-23;10150817;DE;129273398;800;0;0
                        10;1;800;;;;;;
                        """.replace("\n", "\r\n"));
    }

    @Test
    void isASpreadsheetToo() throws Exception {
        String csv = text("/period/csv" + query() + "&by=RATE");
        Sum expected = inBilly();

        assertThat(csv.lines().reduce((_, last) -> last).orElseThrow())
                .isEqualTo("I alt;6;" + danish(expected.net()) + ";" + danish(expected.vat()) + ";"
                        + danish(expected.gross()) + ";");
        assertThat(csv).contains("25 %;", "0 %;");
    }

    private static String danish(BigDecimal amount) {
        return amount.setScale(2).toPlainString().replace('.', ',');
    }

    @Test
    void forgetsWhatWasVoidedOrIsGone() throws Exception {
        var one = setup.handle(order().id("gone").item("1", "125"));
        setup.drain();
        billy.admin()
                .deleteRecord(
                        setup.keys.organizationId(),
                        "invoices",
                        requireNonNull(setup.booking(one).invoice()).value());
        context.getBean(Standings.class)
                .look(setup.company, List.of(setup.booking(one).id()));

        assertThat(sales.total(scope()).documents()).isEqualTo(6);
    }

    @Test
    void saysWhatIsNoRateAndWhatIsNone() throws Exception {
        assertThat(text("/period" + query() + "&euro=abc&shop=&by="))
                .contains("Der er intet salg med andre landes moms");
        assertThat(text("/period?from=&through=&lang=en"))
                .contains("VAT and period")
                .doesNotContain("??");
    }
}
