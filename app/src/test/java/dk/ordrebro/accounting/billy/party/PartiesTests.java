package dk.ordrebro.accounting.billy.party;

import static dk.ordrebro.accounting.billy.FakeBilly.json;
import static dk.ordrebro.accounting.billy.FakeBilly.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Recorded;
import dk.ordrebro.accounting.billy.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PartiesTests {

    private static final String NEW_CONTACT = "{\"contacts\":[{\"id\":\"contNew\",\"contactNo\":\"butik:88\"}]}";
    private static final String NEW_PRODUCT = "{\"products\":[{\"id\":\"prodNew\"}],\"productPrices\":[]}";

    private final FakeBilly billy = Recorded.billy();
    private final Workbench bench = new Workbench();
    private final AccountingSystem system = bench.system(billy.root());

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    private static InvoiceDraft to(Buyer buyer) {
        return Drafts.draft("normal")
                .buyer(buyer)
                .line("SKU 88-12, blå", "2", "100.00", "0.00")
                .line("GLS", "1", "49.00", "0.00")
                .done();
    }

    private static InvoiceDraft on(LineAccount account) {
        return Drafts.draft("normal").line(account, "x", "1", "1.00", "0.00").done();
    }

    private static LineAccount freight() {
        return new LineAccount("Fragt (Indland)", "", new AccountNumber(1115), new RulesetId("normal"));
    }

    private static Buyer buyer(BuyerType type, String country, String street) {
        return new Buyer(
                "butik:88", type, "Bo Lund", country, street, "1000", "København K", "", "bo@eksempel.dk", "", null);
    }

    private long count(String route) {
        return billy.called().stream().filter(route::equals).count();
    }

    @Test
    void makesANewContactInOneCallOnceBillysContactsWereRead() {
        billy.on("POST /contacts", json(NEW_CONTACT));
        system.create(Recorded.draft());
        long before = system.calls();

        Outcome outcome = system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(system.calls() - before).isEqualTo(2);
        assertThat(JsonMapper.shared().readTree(billy.last("POST /contacts").body()))
                .isEqualTo(JsonMapper.shared().readTree(FakeBilly.read("contact-request.json")));
        assertThat(billy.last("POST /invoices").body()).contains("\"contactId\":\"contNew\"");
    }

    @Test
    void makesANewProductInOneCall() {
        billy.on("POST /products", json(NEW_PRODUCT));
        system.create(Recorded.draft());
        long before = system.calls();

        system.create(on(freight()));

        assertThat(system.calls() - before).isEqualTo(2);
        assertThat(billy.last("POST /products").body())
                .isEqualTo("{\"product\":{\"organizationId\":\"cEFtsy0iR2uKZ6c1b6Qh1g\",\"name\":\"Fragt (Indland)\","
                        + "\"accountId\":\"acc1115\",\"salesTaxRulesetId\":\"normal\"}}");
    }

    @Test
    void knowsThemAgainAfterARestartWithoutMakingThemAnew() {
        billy.on("POST /contacts", json(NEW_CONTACT))
                .on("POST /products", json(NEW_PRODUCT))
                .on(
                        "GET /products",
                        json(FakeBilly.read("products.json")
                                .replace(
                                        "]}",
                                        ",{\"id\":\"prodNew\",\"name\":\"Fragt, omdøbt\",\"accountId\":\"acc1115\","
                                                + "\"salesTaxRulesetId\":\"normal\"}]}")));
        system.create(on(freight()));
        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        AccountingSystem again = bench.system(billy.root());
        again.create(on(freight()));
        again.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        assertThat(count("POST /contacts")).isEqualTo(1);
        assertThat(count("POST /products")).isEqualTo(1);
        assertThat(count("GET /contacts")).as("read in full once, ever").isEqualTo(1);
    }

    @Test
    void noticesWithTheNextReadingThatAProductWasBookedElsewhere() {
        system.create(Recorded.draft());
        billy.on("GET /products", json(FakeBilly.read("products.json").replace("acc1110", "acc7395")))
                .on("POST /products", json(NEW_PRODUCT));
        bench.clock.advance(Duration.ofMinutes(16));

        system.create(Recorded.draft());

        assertThat(billy.last("POST /invoices").body())
                .contains("\"productId\":\"prodNew\"")
                .doesNotContain("prodGoods");
    }

    @Test
    void makesOneProductAndOneContactForFiftyDraftsAtOnce() throws InterruptedException {
        billy.on("POST /contacts", json(NEW_CONTACT)).on("POST /products", json(NEW_PRODUCT));
        InvoiceDraft draft = Drafts.draft("normal")
                .buyer(buyer(BuyerType.PERSON, "DK", "Torvet 1"))
                .line(freight(), "x", "1", "1.00", "0.00")
                .done();

        List<Thread> threads = IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofVirtual().start(() -> system.create(draft)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(count("POST /products")).isEqualTo(1);
        assertThat(count("POST /contacts")).isEqualTo(1);
        assertThat(count("POST /invoices")).isEqualTo(50);
        assertThat(count("GET /products")).isEqualTo(1);
        assertThat(count("GET /contacts")).isEqualTo(1);
    }

    @Test
    void findsAContactWhoseMakingGotNoAnswer() {
        billy.on("POST /contacts", FakeBilly.reset());
        system.create(Recorded.draft());
        Outcome lost = system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));
        billy.on("GET /contacts", json("""
                        {"contacts":[
                          {"id":"stranger","type":"person","countryId":"DK","contactNo":"butik:1"},
                          {"id":"archived","type":"person","countryId":"DK","contactNo":"butik:88","isArchived":true},
                          {"id":"abroad","type":"person","countryId":"SE","contactNo":"butik:88"},
                          {"id":"contNew","type":"person","countryId":"DK","contactNo":"butik:88"}]}"""));

        Outcome found = bench.system(billy.root()).create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        assertThat(lost).isInstanceOf(Outcome.NotSent.class);
        assertThat(found).isInstanceOf(Outcome.Accepted.class);
        assertThat(billy.last("GET /contacts").query()).contains("contactNo=butik%3A88");
        assertThat(billy.last("POST /invoices").body()).contains("\"contactId\":\"contNew\"");
        assertThat(count("POST /contacts")).isEqualTo(1);
    }

    @Test
    void findsAProductWhoseMakingGotNoAnswer() {
        billy.on("POST /products", FakeBilly.reset());
        assertThat(system.create(on(freight()))).isInstanceOf(Outcome.NotSent.class);
        billy.on("GET /products", json("""
                        {"products":[{"id":"prodNew","name":"Fragt (Indland)","accountId":"acc1115","salesTaxRulesetId":"normal"}]}"""));

        assertThat(system.create(on(freight()))).isInstanceOf(Outcome.Accepted.class);

        assertThat(count("POST /products")).isEqualTo(1);
        assertThat(billy.last("POST /invoices").body()).contains("\"productId\":\"prodNew\"");
    }

    @Test
    void makesAProductThatProvesNotToBeThereAfterALostTry() {
        billy.on("POST /products", FakeBilly.reset(), json(NEW_PRODUCT));
        system.create(on(freight()));

        assertThat(system.create(on(freight()))).isInstanceOf(Outcome.Accepted.class);

        assertThat(count("POST /products")).isEqualTo(2);
    }

    @Test
    void doesWithoutTheProductNumberWhenBillyDoesNotTakeIt() {
        billy.on("POST /products", refusal(400, "INVALID_RECORD", "Varenummer findes"), json(NEW_PRODUCT));
        var line = new LineAccount("Te, 100 g", "TE-100", new AccountNumber(1110), new RulesetId("normal"));

        assertThat(system.create(on(line))).isInstanceOf(Outcome.Accepted.class);

        assertThat(billy.calls())
                .filteredOn(call -> call.route().equals("POST /products"))
                .extracting(call -> call.body().contains("\"productNo\":\"TE-100\""))
                .containsExactly(true, false);
    }

    @Test
    void bringsAnAddressUpToDate() {
        billy.on("POST /contacts", json(NEW_CONTACT)).on("PUT /contacts/contNew", json("{\"contacts\":[]}"));
        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 2")));
        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 2")));

        assertThat(count("PUT /contacts/contNew")).isEqualTo(1);
        assertThat(billy.last("PUT /contacts/contNew").body())
                .contains("\"street\":\"Torvet 2\"")
                .doesNotContain("contactPersons", "organizationId", "registrationNo", "phone");
    }

    @Test
    void givesABuyerAbroadOrOfAnotherTypeAContactOfItsOwn() {
        billy.on(
                "POST /contacts",
                json(NEW_CONTACT),
                json("{\"contacts\":[{\"id\":\"contSe\"}]}"),
                json("{\"contacts\":[{\"id\":\"contFirm\"}]}"));

        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));
        system.create(to(buyer(BuyerType.PERSON, "SE", "Torget 1")));
        system.create(to(buyer(BuyerType.COMPANY, "DK", "Torvet 1")));
        system.create(to(buyer(BuyerType.PERSON, "SE", "Torget 1")));

        assertThat(billy.calls())
                .filteredOn(call -> call.route().equals("POST /contacts"))
                .extracting(call -> JsonMapper.shared()
                        .readTree(call.body())
                        .at("/contact/contactNo")
                        .asString())
                .containsExactly("butik:88", "butik:88/SE/P", "butik:88/DK/C");
        assertThat(billy.last("POST /invoices").body()).contains("\"contactId\":\"contSe\"");
        assertThat(billy.called()).noneMatch(route -> route.startsWith("PUT"));
    }

    @Test
    void makesAContactAnewThatIsGoneWhenItShouldBeChanged() {
        billy.on("POST /contacts", json(NEW_CONTACT), json("{\"contacts\":[{\"id\":\"contAgain\"}]}"));
        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 2")));

        assertThat(billy.last("POST /invoices").body()).contains("\"contactId\":\"contAgain\"");
    }

    @Test
    void refusesTheDocumentOfABuyerThatBillyRefuses() {
        billy.on("POST /contacts", refusal(400, "INVALID_RECORD", "Ukendt land"));

        Outcome outcome = system.create(to(buyer(BuyerType.PERSON, "XX", "Torvet 1")));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Code.REJECTED);
            assertThat(refused.problem().detail()).isEqualTo("Ukendt land");
        });
        assertThat(count("POST /invoices")).isZero();
    }

    @Test
    void keepsTwoBillyCompaniesBehindOneIntegrationApart() {
        system.create(Recorded.draft());
        billy.on(
                        "GET /organization",
                        json(FakeBilly.read("organization.json").replace("cEFtsy0iR2uKZ6c1b6Qh1g", "anotherCompany")))
                .on("GET /products", json("{\"products\":[]}"))
                .on("GET /contacts", json("{\"contacts\":[]}"))
                .on("POST /contacts", json(NEW_CONTACT))
                .on("POST /products", json(NEW_PRODUCT));

        bench.system(billy.root()).create(Recorded.draft());

        assertThat(billy.last("POST /invoices").body())
                .contains("\"productId\":\"prodNew\"", "\"contactId\":\"contNew\"", "anotherCompany");
    }

    @Test
    void doesNotSendADocumentWhosePartiesTookTooLong() {
        system.create(Recorded.draft());
        long sent = count("POST /invoices");
        billy.on("POST /contacts", (call, socket, out) -> {
            bench.clock.advance(Duration.ofSeconds(21));
            json(NEW_CONTACT).write(call, socket, out);
        });

        Outcome late = system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));
        Outcome inTime = system.create(to(buyer(BuyerType.PERSON, "DK", "Torvet 1")));

        assertThat(late).isInstanceOf(Outcome.NotSent.class);
        assertThat(inTime).isInstanceOf(Outcome.Accepted.class);
        assertThat(count("POST /invoices") - sent).isEqualTo(1);
    }

    @Test
    void cleansWhatAShopMayHaveInItsTexts() {
        billy.on("POST /contacts", json(NEW_CONTACT));
        var odd = new Buyer(
                "butik:88",
                BuyerType.PERSON,
                "Bo\u0000\n Lund  " + "æ".repeat(300),
                "DK",
                "",
                "",
                "",
                "",
                "",
                "",
                null);

        system.create(to(odd));

        String name = JsonMapper.shared()
                .readTree(billy.last("POST /contacts").body())
                .at("/contact/name")
                .asString();
        assertThat(name).startsWith("Bo  Lund").hasSize(255).doesNotContain("\u0000", "\n");
    }
}
