package dk.ordrebro.web.proof;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static dk.ordrebro.web.SignedInAs.in;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ordrebro.access.Role;
import dk.ordrebro.access.Users;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.proof.Proof;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The page, the auditor's PDF and the spreadsheet say the same, and what they say is what the simulator's own rows sum to. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class ProofFiguresTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String PASSWORD = "hest batteri hæfteklamme";

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Users users;

    @Autowired
    private Proof proof;

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
    void signIn() throws Exception {
        setup = Setup.of(context, billy, false);
        String email = UUID.randomUUID() + "@butik.example";
        users.create(setup.company, Role.OWNER, email, "Bo Holm", PASSWORD);
        owner = requireNonNull(
                mvc.perform(post("/signin").with(csrf()).param("email", email).param("password", PASSWORD))
                        .andReturn()
                        .getResponse()
                        .getCookie("ordrebro-session"));
    }

    private String query() {
        return "?accounting=" + setup.accounting.id() + "&from=" + DAY + "&through=" + DAY;
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(in(setup.company)).cookie(owner))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String pdf() throws Exception {
        byte[] file = mvc.perform(
                        get("/proof/pdf" + query()).with(in(setup.company)).cookie(owner))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PdfReader reader = new PdfReader(file)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    private List<List<String>> csv() throws Exception {
        byte[] file = mvc.perform(
                        get("/proof/csv" + query()).with(in(setup.company)).cookie(owner))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.asList(line.replace("\uFEFF", "").split(";", -1)))
                .toList();
    }

    private static String cell(List<List<String>> csv, String column) {
        return csv.get(1).get(csv.getFirst().indexOf(column));
    }

    /** Out of the simulator's own rows. */
    private BigDecimal inBilly(String currency) {
        var company = billy.admin().company(setup.keys.organizationId());
        return company.read(() -> company.all(Invoice.SCHEMA)).stream()
                .filter(row -> row.is(Invoice.CURRENCY_ID, currency) && row.is(Invoice.STATE, Invoice.DRAFT))
                .map(row -> row.need(Invoice.AMOUNT).add(row.need(Invoice.TAX)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void someOfEverything() {
        setup.handle(order().id("1").item("1", "1125.50").freight("39"));
        setup.handle(order().id("2").item("3", "33.33"));
        setup.handle(order().id("e").in("EUR").item("1", "100"));
        setup.handle(order().id("h").to("", "").item("2", "100").statedGross("200"));
        setup.keep(order().id("o").item("1", "70"));
        setup.drain();
        proof.compare(setup.company, setup.accounting.id(), DAY, DAY);
    }

    private static String danish(BigDecimal amount) {
        String plain = amount.setScale(2).toPlainString().replace('.', ',');
        return plain.length() > 6
                ? plain.substring(0, plain.length() - 6) + "." + plain.substring(plain.length() - 6)
                : plain;
    }

    @Test
    void areTheSameEverywhereAndTheBooksOwn() throws Exception {
        someOfEverything();
        BigDecimal kroner = inBilly("DKK");
        assertThat(kroner).isEqualByComparingTo("1264.49");

        String page = page("/proof" + query());
        String pdf = pdf().replaceAll("\\s+", " ");
        List<List<String>> csv = csv();

        assertThat(cell(csv, "I regnskabet DKK")).isEqualTo("1264,49");
        assertThat(cell(csv, "Kladder DKK")).isEqualTo("1264,49");
        assertThat(cell(csv, "I regnskabet EUR")).isEqualTo("100,00").isEqualTo(danish(inBilly("EUR")));
        assertThat(cell(csv, "Modtaget DKK")).isEqualTo("1534,49");
        assertThat(cell(csv, "Håndteret DKK")).isEqualTo("1464,49");
        assertThat(cell(csv, "Venter DKK")).isEqualTo("200,00");
        assertThat(cell(csv, "Godkendt DKK")).isEqualTo("0,00");
        assertThat(cell(csv, "Resultat")).isEqualTo("Stemmer, men noget venter");
        for (String sum : List.of("1.264,49 kr. + 100,00 EUR", "1.534,49 kr.", "200,00 kr.")) {
            assertThat(page).contains(sum);
        }
        for (String said :
                List.of("Stemmer, men 1 venter (200,00 kr.)", "0 mangler, 0 for meget", "1.264,49 kr.", "100,00 EUR")) {
            assertThat(pdf).contains(said);
        }
        assertThat(page).contains("Stemmer, men 1 venter (200,00 kr.)").contains("EUR 7,");
    }

    @Test
    void neverCallADraftBooked() throws Exception {
        someOfEverything();

        for (String text : List.of(page("/proof" + query()), pdf(), csv().toString())) {
            assertThat(text.replace("En kladde er ikke bogført", "")).doesNotContainIgnoringCase("bogført");
        }
    }

    @Test
    void showDaysThatWaitAmongThoseToLookAtAndSortThem() throws Exception {
        someOfEverything();

        mvc.perform(get("/proof" + query() + "&wrong=true")
                        .with(in(setup.company))
                        .cookie(owner))
                .andExpect(content().string(containsString("1 venter på dig")))
                .andExpect(content().string(not(containsString("Alle dage stemmer, og intet venter"))));
        mvc.perform(get("/proof" + query() + "&oldest=true")
                        .with(in(setup.company))
                        .cookie(owner))
                .andExpect(content().string(containsString("aria-sort=\"ascending\"")));
    }

    @Test
    void sayWhenOnlyWordsOfTheShopAreThereForAnAmount() throws Exception {
        setup.handle(order().id("u").to("", "").net().rate(null).item("1", "80"));
        setup.drain();
        proof.compare(setup.company, setup.accounting.id(), DAY, DAY);

        assertThat(page("/proof" + query())).contains("Stemmer, men 1 venter (0,00 + 1 uden beløb)");
    }

    @Test
    void leadFromAMonthToTheShopsTotalAndItsOrders() throws Exception {
        someOfEverything();

        String proofPage = page("/proof" + query());
        String bridge = page("/proof/shop" + query());
        String orders = page("/proof/shop" + query() + "&row=UNHANDLED");

        assertThat(proofPage).contains("Sidste måned", "Sammenlign med shoppen", "/proof/shop?accounting=");
        assertThat(bridge)
                .contains("Shoppens egen total", "1.534,49 kr. + 100,00 EUR", "-70,00 kr.", "-200,00 kr.")
                .contains("1.264,49 kr. + 100,00 EUR", "Hele forskellen er forklaret.");
        assertThat(orders).contains("#o", "Ida Holm");
    }

    @Test
    void answerInEnglishAndCallItReconciliation() throws Exception {
        someOfEverything();

        assertThat(page("/proof" + query() + "&lang=en"))
                .contains("<h1>Reconciliation</h1>", "Agrees, but 1 waiting (DKK 200.00)")
                .doesNotContain("??");
        assertThat(page("/proof/shop" + query() + "&row=HELD")).doesNotContain("??");
    }

    @Test
    void standOnTheFirstPage() throws Exception {
        var one = setup.handle(order().id("1").item("1", "125"));
        setup.drain();
        billy.admin()
                .deleteRecord(
                        setup.keys.organizationId(),
                        "invoices",
                        requireNonNull(setup.booking(one).invoice()).value());
        proof.compare(setup.company, setup.accounting.id(), DAY, DAY);

        String start = page("/");

        assertThat(start).contains("Én ting stemmer ikke", "-125,00 kr.", "Ordre #1", "Ida Holm");
    }
}
