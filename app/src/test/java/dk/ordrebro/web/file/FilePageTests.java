package dk.ordrebro.web.file;

import static dk.ordrebro.web.SignedInAs.as;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Role;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.csv.CsvUpload;
import dk.ordrebro.intake.csv.CsvUploads;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a Danish shop's file to orders, by way of the page. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class FilePageTests {

    private static final String FILE = """
            Ordrenr;Ordredato;Varenummer;Varenavn;Antal;Stykpris inkl. moms;Navn;E-mail;Postnr;By;Leveringsland
            1001;23-11-2026 10:15;KRUS-1;Kaffekrus "Æbleø";2;149,95;Søren Ærø;s@example.dk;2200;København N;Danmark
            1001;23-11-2026 10:15;POST;Fragt;1;39,00;Søren Ærø;s@example.dk;2200;København N;Danmark
            1002;24-11-2026 08:00;TE-1;Te;1;1.079,00;Ida Holm;i@example.dk;8000;Aarhus C;Danmark
            1003;24-11-2026 09:00;TE-1;Te;en;79,00;Bo Bak;b@example.dk;8000;Aarhus C;Danmark
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Ids ids;

    @Autowired
    private OrderIntegrations integrations;

    @Autowired
    private CsvUploads uploads;

    @Autowired
    private Orders orders;

    private CompanyId company;
    private OrderIntegration shop;

    @BeforeEach
    void makeAShop() {
        company = companies.create("Butikken").id();
        shop = new OrderIntegration(
                company,
                new OrderIntegrationId(ids.next()),
                "Messen",
                OrderPlatform.CSV,
                "messen",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        integrations.save(shop);
    }

    private MvcTestResult upload(byte[] content, CompanyId whose, Role role) {
        return mvc.post()
                .uri("/settings/shops/" + shop.id() + "/file")
                .multipart()
                .file(new MockMultipartFile("file", "C:\\filer\\ordrer.csv", "text/csv", content))
                .with(as(whose, role))
                .with(csrf())
                .exchange();
    }

    private UUID uploaded(Charset charset) {
        assertThat(upload(FILE.getBytes(charset), company, Role.WAREHOUSE)).hasStatus3xxRedirection();
        return uploads.latest(shop).getFirst().id();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/settings/shops/" + shop.id() + "/file" + path)
                .with(as(company, Role.WAREHOUSE))
                .exchange();
    }

    private MvcTestResult choose(UUID upload, Map<String, String> changed) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "delimiter",
                ";",
                "numbers",
                "COMMA",
                "datePattern",
                "dd-MM-uuuu HH:mm",
                "charset",
                "UTF-8",
                "prices",
                "INCLUDING_VAT",
                "currency",
                "DKK"));
        uploads.propose(shop, upload)
                .orElseThrow()
                .mapping()
                .columns()
                .forEach((column, title) -> typed.put("column." + column, title));
        uploads.propose(shop, upload)
                .orElseThrow()
                .mapping()
                .codes()
                .forEach((code, kind) -> typed.merge("codes." + kind, code, (one, more) -> one + ", " + more));
        typed.putAll(changed);
        var request = mvc.post()
                .uri("/settings/shops/" + shop.id() + "/file/" + upload)
                .with(as(company, Role.WAREHOUSE))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private Optional<StoredOrder> kept(String number) {
        return orders.find(new OrderKey(company, shop.id(), number));
    }

    private CsvUpload done(UUID upload) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> uploads.find(shop, upload).orElseThrow(), found -> found.state() == CsvUpload.State.DONE);
    }

    @Test
    void proposesHowToReadADanishFileAndShowsTheOrdersItBecomes() {
        UUID upload = uploaded(Charset.forName("windows-1252"));

        var mapping = uploads.propose(shop, upload).orElseThrow().mapping();
        assertThat(mapping.charset()).isEqualTo("windows-1252");
        assertThat(mapping.delimiter()).isEqualTo(";");
        assertThat(mapping.numbers().name()).isEqualTo("COMMA");
        assertThat(mapping.datePattern()).isEqualTo("dd-MM-uuuu HH:mm");
        assertThat(mapping.prices()).isEqualTo(PriceMode.INCLUDING_VAT);
        assertThat(get("/" + upload))
                .hasStatusOk()
                .bodyText()
                .contains("Kaffekrus", "Søren Ærø", "2 ordrer af 4 rækker", "Ordre 1003 afvises", "«en»");
        assertThat(orders.count(company)).isZero();
    }

    @Test
    void importsInTheBackgroundAndReports() {
        UUID upload = uploaded(StandardCharsets.UTF_8);

        assertThat(choose(upload, Map.of("do", "import", "handle", "true"))).hasStatus3xxRedirection();
        CsvUpload done = done(upload);

        assertThat(requireNonNull(done.report()).added()).isEqualTo(2);
        assertThat(requireNonNull(done.report()).refusedOrders()).isEqualTo(1);
        assertThat(requireNonNull(done.report()).fulfillments()).isEqualTo(2);
        StoredOrder order = kept("1001").orElseThrow();
        assertThat(order.order().lines().getFirst().unitPrice()).isEqualByComparingTo("149.95");
        assertThat(order.order().delivery().country()).isEqualTo("DK");
        assertThat(get("/" + upload)).bodyText().contains("Nye ordrer", "Ordre 1003 afvises");
        assertThat(get("/" + upload + "/progress")).hasStatusOk().bodyText().doesNotContain("hx-get");
        assertThat(get("")).bodyText().contains("ordrer.csv", "2 nye");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgainAndRemembersHowItWasRead() {
        UUID first = uploaded(StandardCharsets.UTF_8);
        choose(first, Map.of("do", "import", "prices", "EXCLUDING_VAT"));
        done(first);
        UUID second = uploaded(StandardCharsets.UTF_8);

        var proposal = uploads.propose(shop, second).orElseThrow();
        assertThat(proposal.remembered()).isTrue();
        assertThat(proposal.mapping().prices()).isEqualTo(PriceMode.EXCLUDING_VAT);
        choose(second, Map.of("do", "import", "prices", "EXCLUDING_VAT"));

        assertThat(requireNonNull(done(second).report()).unchanged()).isEqualTo(2);
        assertThat(requireNonNull(done(second).report()).added()).isZero();
    }

    @Test
    void asksForTheColumnsThatAreMissing() {
        UUID upload = uploaded(StandardCharsets.UTF_8);

        assertThat(choose(upload, Map.of("do", "import", "column.UNIT_PRICE", "")))
                .hasStatusOk()
                .bodyText()
                .contains("Vælg en kolonne.", "Intet er hentet endnu");
        assertThat(choose(upload, Map.of("do", "import", "numbers", "ROMAN")))
                .bodyText()
                .contains("findes ikke");
        assertThat(choose(upload, Map.of("do", "import", "column.UNIT_PRICE", "Antal")))
                .bodyText()
                .contains("valgt til to ting");
        assertThat(orders.count(company)).isZero();
    }

    @Test
    void refusesWhatIsEmptyOrTooLarge() {
        upload(new byte[0], company, Role.WAREHOUSE);
        upload(new byte[CsvUploads.MAX_BYTES + 1], company, Role.WAREHOUSE);

        assertThat(uploads.latest(shop)).isEmpty();
    }

    @Test
    void answersForItsOwnCompanyAndItsOwnKindOfShopOnly() {
        UUID upload = uploaded(StandardCharsets.UTF_8);
        CompanyId other = companies.create("En anden").id();

        assertThat(mvc.get()
                        .uri("/settings/shops/" + shop.id() + "/file/" + upload)
                        .with(as(other, Role.OWNER))
                        .exchange())
                .hasStatus(404);
        assertThat(upload(FILE.getBytes(StandardCharsets.UTF_8), other, Role.OWNER))
                .hasStatus(404);
        assertThat(upload(FILE.getBytes(StandardCharsets.UTF_8), company, Role.READ_ONLY))
                .hasStatus(403);
        assertThat(uploads.latest(shop)).hasSize(1);
    }
}
