package dk.ordrebro.accounting.billy.document;

import static dk.ordrebro.accounting.billy.FakeBilly.json;
import static dk.ordrebro.accounting.billy.FakeBilly.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Recorded;
import dk.ordrebro.accounting.billy.Workbench;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CreateTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FakeBilly billy = Recorded.billy();
    private final Workbench bench = new Workbench();
    private final AccountingSystem system = bench.system(billy.root());

    @BeforeEach
    void knowContactAndProduct() {
        system.create(Recorded.draft());
    }

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    private static Money kr(String amount) {
        return Money.of(Drafts.DKK, new BigDecimal(amount));
    }

    private static Code code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var problem) -> problem.code();
            case Outcome.NotSent not -> not.problem().code();
            case Outcome.Unknown(var problem) -> problem.code();
            case Outcome.Accepted accepted -> throw new AssertionError(accepted.toString());
        };
    }

    @Test
    void makesADraftOfKnownPartiesInOneCall() {
        long before = system.calls();

        Outcome outcome = system.create(Recorded.draft());

        assertThat(system.calls() - before).isEqualTo(1);
        assertThat(outcome)
                .isEqualTo(new Outcome.Accepted(new Invoice(
                        new InvoiceId("inv1"),
                        "butik:1001:1",
                        "1001",
                        DocumentType.INVOICE,
                        Invoice.State.DRAFT,
                        null,
                        Drafts.DAY,
                        "contIda",
                        Drafts.DKK,
                        Totals.ofNet(kr("199.20"), kr("49.80")),
                        BigDecimal.ONE,
                        List.of(
                                new Invoice.Line(Totals.ofGross(kr("200.00"), kr("40.00")), Drafts.DANISH),
                                new Invoice.Line(Totals.ofGross(kr("49.00"), kr("9.80")), Drafts.DANISH)))));
    }

    @Test
    void foundBothPartiesInBillyInsteadOfMakingThem() {
        assertThat(billy.called()).doesNotContain("POST /products", "POST /contacts", "PUT /contacts/contIda");
    }

    @Test
    void saysEverythingThatBillyWouldElseDecideItself() {
        String sent = billy.last("POST /invoices").body();

        assertThat(JSON.readTree(sent)).isEqualTo(JSON.readTree(FakeBilly.read("invoice-request.json")));
        assertThat(sent).contains("\"unitPrice\":100,", "\"quantity\":2,").doesNotContain("E+", "exchangeRate");
    }

    @Test
    void writesDiscountsCurrencyRatesAndCreditsAsBillyWantsThem() {
        InvoiceDraft draft = Drafts.draft("normal")
                .currency("EUR", "7.4593")
                .excludingVat()
                .crediting(new InvoiceId("inv0"))
                .line("10 %\u0000rabat", "2.50", "1234567.00", "0.10")
                .done();

        system.create(draft);

        assertThat(billy.last("POST /invoices").body())
                .contains("\"type\":\"creditNote\"", "\"creditedInvoiceId\":\"inv0\"", "\"taxMode\":\"excl\"")
                .contains("\"currencyId\":\"EUR\"", "\"exchangeRate\":7.4593", "\"unitPrice\":1234567,")
                .contains("\"quantity\":2.5,", "\"discountMode\":\"cash\",\"discountValue\":0.1}")
                .contains("\"description\":\"10 % rabat\"");
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        "key renewed",
                        refusal(401, "OAUTH_INVALID_ACCESS_TOKEN", "x"),
                        Outcome.NotSent.class,
                        Code.KEY_REFUSED),
                Arguments.of("forbidden", refusal(403, "FORBIDDEN", "x"), Outcome.NotSent.class, Code.KEY_REFUSED),
                Arguments.of("throttled", FakeBilly.throttled(4), Outcome.NotSent.class, Code.THROTTLED),
                Arguments.of(
                        "invalid", refusal(400, "INVALID_RECORD", "Ugyldig"), Outcome.Refused.class, Code.REJECTED),
                Arguments.of("against a rule", refusal(422, "OTHER", "Nej"), Outcome.Refused.class, Code.REJECTED),
                Arguments.of(
                        "server error", refusal(500, "INTERNAL_ERROR", "x"), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("bad gateway", FakeBilly.html(502), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("a page", FakeBilly.html(200), Outcome.Unknown.class, Code.ODD_ANSWER),
                Arguments.of("a page that refuses", FakeBilly.html(404), Outcome.Unknown.class, Code.ODD_ANSWER),
                Arguments.of("reset", FakeBilly.reset(), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("half a body", FakeBilly.half("{\"invoices\":[]}"), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("silence", FakeBilly.silence(), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("drip", FakeBilly.drip(), Outcome.Unknown.class, Code.NO_ANSWER),
                Arguments.of("nothing made", json("{\"invoices\":[]}"), Outcome.Unknown.class, Code.ODD_ANSWER),
                Arguments.of(
                        "another's invoice",
                        json(FakeBilly.read("invoice-made.json").replace("butik:1001:1", "butik:9:9")),
                        Outcome.Unknown.class,
                        Code.ODD_ANSWER),
                Arguments.of(
                        "an amount of a billion digits",
                        json(FakeBilly.read("invoice-made.json").replace("199.2", "1e999999999")),
                        Outcome.Unknown.class,
                        Code.ODD_ANSWER),
                Arguments.of(
                        "a state nobody knows",
                        json(FakeBilly.read("invoice-made.json").replace("\"draft\"", "\"paid\"")),
                        Outcome.Unknown.class,
                        Code.ODD_ANSWER),
                Arguments.of(
                        "a rate nobody knows",
                        json(FakeBilly.read("invoice-made.json").replace("\"rate25\"", "\"rateNew\"")),
                        Outcome.Unknown.class,
                        Code.ODD_ANSWER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void neverGuesses(String what, FakeBilly.Answer answer, Class<? extends Outcome> expected, Code code) {
        billy.on("POST /invoices", answer)
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"));
        long sent = posts();

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome).as(what).isInstanceOf(expected);
        assertThat(code(outcome)).isEqualTo(code);
        assertThat(posts() - sent).as("sent once").isEqualTo(1);
    }

    private long posts() {
        return billy.called().stream().filter("POST /invoices"::equals).count();
    }

    private static String product(String account, String ruleset) {
        return """
                {"id":"prodGoods","name":"Varer (Indland)","productNo":"","accountId":"%s","salesTaxRulesetId":"%s","isArchived":false}""".formatted(account, ruleset);
    }

    private static String contact(String country, boolean archived) {
        return """
                {"id":"contIda","type":"person","name":"Ida Holm","countryId":"%s","contactNo":"butik:77","isArchived":%s}""".formatted(country, archived);
    }

    @Test
    void passesOnHowLongBillyWantsToBeLeftAlone() {
        billy.on("POST /invoices", FakeBilly.throttled(4));

        assertThat(system.create(Recorded.draft()))
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class, not -> assertThat(not.after()).isEqualTo(Duration.ofSeconds(4)));
        assertThat(system.create(Recorded.draft())).isInstanceOf(Outcome.NotSent.class);
        assertThat(posts()).as("the second was not even sent").isEqualTo(2);
    }

    @Test
    void sendsNothingWhenTheServerIsGone() {
        billy.on(
                "POST /invoices",
                FakeBilly.text(200, "application/json", "Connection: close\r\n", FakeBilly.read("invoice-made.json")));
        system.create(Recorded.draft());
        billy.close();

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(code(outcome)).isEqualTo(Code.UNREACHABLE);
    }

    @Test
    void acceptsADocumentThatBillyKeptWithoutOurReferenceAndSaysSo() {
        billy.on("POST /invoices", json(FakeBilly.read("invoice-made.json").replace("\"butik:1001:1\"", "null")));

        assertThat(system.create(Recorded.draft()))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.invoice().reference()).isEmpty());
    }

    @Test
    void tellsTheRateThatBillyPickedAlsoWhenItWasMadeAfterTheBooksWereRead() {
        billy.on("POST /invoices", json(FakeBilly.read("invoice-made.json").replace("\"rate25\"", "\"rateNew\"")))
                .on("GET /taxRates", json(FakeBilly.read("taxRates.json").replace("rateFi", "rateNew")));
        bench.clock.advance(Duration.ofMinutes(1));

        assertThat(system.create(Recorded.draft()))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.invoice().lines())
                                .extracting(Invoice.Line::rate)
                                .containsOnly(VatRate.percent("25.5")));
    }

    @Test
    void makesAnotherProductWhenTheOneItKnewWasBookedElsewhere() {
        billy.on("POST /invoices", refusal(422, "OTHER", "Kontoen er arkiveret"), FakeBilly.file("invoice-made.json"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1115", "normal") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"))
                .on("POST /products", json("{\"products\":[{\"id\":\"prodNew\"}]}"));

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(billy.last("POST /products").body())
                .contains("\"accountId\":\"acc1110\"", "\"salesTaxRulesetId\":\"normal\"");
        assertThat(billy.last("POST /invoices").body())
                .contains("\"productId\":\"prodNew\"")
                .doesNotContain("prodGoods");
    }

    @Test
    void makesAnotherContactWhenTheOneItKnewIsGone() {
        billy.on(
                        "POST /invoices",
                        refusal(404, "RECORD_NOT_FOUND", "Ingen kontakt"),
                        FakeBilly.file("invoice-made.json"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on(
                        "POST /contacts",
                        json("{\"contacts\":[{\"id\":\"contNew\",\"contactNo\":\"butik:77\"}],\"contactPersons\":[]}"));

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(billy.last("POST /invoices").body()).contains("\"contactId\":\"contNew\"");
    }

    @Test
    void healsOnlyOnce() {
        billy.on("POST /invoices", refusal(404, "RECORD_NOT_FOUND", "Ingen kontakt"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on("POST /contacts", json("{\"contacts\":[{\"id\":\"contNew\"}]}"));
        long before = posts();

        Outcome outcome = system.create(Recorded.draft());

        assertThat(code(outcome)).isEqualTo(Code.REJECTED);
        assertThat(posts() - before).isEqualTo(2);
    }

    @Test
    void makesTheDraftAnewWhenTheProductsRulesetWasChanged() {
        String wrong = FakeBilly.read("invoice-made.json").replace("rate25", "rateEu");
        billy.on("POST /invoices", json(wrong), FakeBilly.file("invoice-made.json"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "free") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"))
                .on("DELETE /invoices/inv1", json("{\"meta\":{\"deletedRecords\":{\"invoices\":[\"inv1\"]}}}"))
                .on("POST /products", json("{\"products\":[{\"id\":\"prodNew\"}]}"));

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(
                                        accepted.invoice().lines().getFirst().rate())
                                .isEqualTo(Drafts.DANISH));
        assertThat(billy.called())
                .containsSubsequence("DELETE /invoices/inv1", "GET /invoices/inv1", "POST /products", "POST /invoices");
    }

    @Test
    void doesNotBelieveThatADraftIsGoneBecauseItsRemovalWasAnswered() {
        String wrong = FakeBilly.read("invoice-made.json").replace("rate25", "rateEu");
        billy.on("POST /invoices", json(wrong))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "free") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"))
                .on("DELETE /invoices/inv1", json("{\"meta\":{\"success\":true}}"))
                .on("GET /invoices/inv1", json(one(wrong)));
        long before = posts();

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(posts() - before).isEqualTo(1);
    }

    @Test
    void leavesItOpenWhetherADraftWasRemovedWhenBillyDoesNotSay() {
        String wrong = FakeBilly.read("invoice-made.json").replace("rate25", "rateEu");
        billy.on("POST /invoices", json(wrong))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "free") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"))
                .on("DELETE /invoices/inv1", FakeBilly.reset())
                .on("GET /invoices/inv1", FakeBilly.html(503));

        assertThat(system.create(Recorded.draft())).isInstanceOf(Outcome.Unknown.class);
    }

    /** The list of one as the record of its own that a read by id gives. */
    static String one(String list) {
        return list.replace("\"invoices\":[{", "\"invoice\":{").replaceFirst("\\.pdf\"}],", ".pdf\"},");
    }

    @Test
    void reportsADifferentRateThatNobodyChangedWithoutTouchingTheDraft() {
        billy.on("POST /invoices", json(FakeBilly.read("invoice-made.json").replace("rate25", "rateEu")))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"));

        Outcome outcome = system.create(Recorded.draft());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(
                                        accepted.invoice().lines().getFirst().rate())
                                .isEqualTo(VatRate.ZERO));
        assertThat(billy.called()).doesNotContain("DELETE /invoices/inv1");
    }

    @Test
    void namesTheAccountThatCannotBeBookedOnBeforeSendingAnything() {
        InvoiceDraft draft = Drafts.draft("normal")
                .line(
                        new LineAccount("X", "", new AccountNumber(1290), new RulesetId("normal")),
                        "x",
                        "1",
                        "1.00",
                        "0.00")
                .done();
        long sent = posts();

        Outcome outcome = system.create(draft);

        assertThat(code(outcome)).isEqualTo(Code.ACCOUNT_UNUSABLE);
        assertThat(posts()).isEqualTo(sent);
    }

    @Test
    void namesTheRulesetThatIsGone() {
        assertThat(code(system.create(
                        Drafts.draft("gone").line("x", "1", "1.00", "0.00").done())))
                .isEqualTo(Code.RULESET_MISSING);
    }

    private static String organization(String change) {
        return FakeBilly.read("organization.json").replace("\"fiscalLockingDate\":null", change);
    }

    @Test
    void readsTheBooksAgainBeforeItTurnsADayAway() {
        billy.on("GET /organization", json(organization("\"fiscalLockingDate\":\"2026-11-23\"")));
        system.refreshChart();

        assertThat(code(system.create(Recorded.draft()))).isEqualTo(Code.PERIOD_CLOSED);

        billy.on("GET /organization", FakeBilly.file("organization.json"));
        bench.clock.advance(Duration.ofSeconds(11));
        assertThat(system.create(Recorded.draft())).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void findsOutThatTheMonthWasLockedMeanwhile() {
        billy.on("GET /organization", json(organization("\"fiscalLockingDate\":\"2026-11-30\"")))
                .on("POST /invoices", refusal(422, "OTHER", "Perioden er lukket"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"));
        bench.clock.advance(Duration.ofMinutes(1));

        assertThat(system.create(Recorded.draft())).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Code.PERIOD_CLOSED);
            assertThat(refused.problem().detail()).isEqualTo("Perioden er lukket");
        });
    }

    @Test
    void sendsNothingToACompanyThatIsClosed() {
        billy.on(
                "GET /organization",
                json(organization("\"fiscalLockingDate\":null").replace("\"isLocked\":false", "\"isLocked\":true")));
        system.refreshChart();

        assertThat(code(system.create(Recorded.draft()))).isEqualTo(Code.COMPANY_CLOSED);
    }

    @Test
    void namesTheInvoiceToCreditWhenItIsNotThere() {
        billy.on("POST /invoices", refusal(404, "RECORD_NOT_FOUND", "Ingen faktura"))
                .on("GET /products/prodGoods", json("{\"product\":" + product("acc1110", "normal") + "}"))
                .on("GET /contacts/contIda", json("{\"contact\":" + contact("DK", false) + "}"));

        Outcome outcome = system.create(Drafts.draft("normal")
                .crediting(new InvoiceId("inv0"))
                .line("x", "1", "1.00", "0.00")
                .done());

        assertThat(code(outcome)).isEqualTo(Code.INVOICE_TO_CREDIT_MISSING);
    }

    @Test
    void leavesTheDocumentUnsentWhenAPartyCannotBeMade() {
        billy.on("POST /contacts", FakeBilly.reset());
        long sent = posts();

        Outcome outcome = system.create(Drafts.draft("normal")
                .buyer(Drafts.buyer("butik:new"))
                .line("x", "1", "1.00", "0.00")
                .done());

        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(posts()).isEqualTo(sent);
    }
}
