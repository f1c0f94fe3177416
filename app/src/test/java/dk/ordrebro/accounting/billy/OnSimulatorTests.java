package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.BillyProduct;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import dk.ordrebro.accounting.billy.wire.BillyRequest;
import dk.ordrebro.accounting.billy.wire.Reply;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.money.VatRate;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter and the simulator, each written from the same reference by itself, agree. */
class OnSimulatorTests {

    private final Stand stand = new Stand();

    @AfterEach
    void close() {
        stand.close();
    }

    private static Invoice accepted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted(Invoice invoice)) {
            return invoice;
        }
        throw new AssertionError(outcome.toString());
    }

    private static Code refused(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var problem)) {
            return problem.code();
        }
        throw new AssertionError(outcome.toString());
    }

    private static void assertThatItIs(InvoiceDraft draft, Invoice invoice) {
        assertThat(invoice.reference()).isEqualTo(draft.reference().value());
        assertThat(invoice.orderNumber()).isEqualTo(draft.orderNumber());
        assertThat(invoice.type()).isEqualTo(draft.type());
        assertThat(invoice.date()).isEqualTo(draft.date());
        assertThat(invoice.currency()).isEqualTo(draft.currency());
        assertThat(invoice.totals()).isEqualTo(draft.expected());
        assertThat(invoice.lines())
                .extracting(Invoice.Line::totals)
                .isEqualTo(draft.lines().stream().map(line -> line.expected()).toList());
        assertThat(invoice.lines())
                .extracting(Invoice.Line::rate)
                .isEqualTo(draft.lines().stream().map(line -> line.rate()).toList());
    }

    @Test
    void readsTheWholeDanishChart() {
        var chart = stand.system.chart();

        assertThat(chart.accounts()).hasSize(89);
        assertThat(chart.account(new AccountNumber(1110))).hasValueSatisfying(sales -> {
            assertThat(sales.name()).isEqualTo("Salg");
            assertThat(sales.group()).isNotEmpty();
        });
        VatRuleset goods = chart.ruleset(new RulesetId(stand.ruleset("Normalt salg af varer")))
                .orElseThrow();
        assertThat(goods.rateFor("DK", BuyerType.PERSON)).isEqualTo(Drafts.DANISH);
        assertThat(goods.rateFor("DE", BuyerType.PERSON)).isEqualTo(Drafts.DANISH);
        assertThat(goods.rateFor("DE", BuyerType.COMPANY)).isEqualTo(VatRate.ZERO);
        assertThat(goods.rateFor("NO", BuyerType.PERSON)).isEqualTo(VatRate.ZERO);
        assertThat(stand.system.calls()).isEqualTo(6);
    }

    @Test
    void makesChecksAndApprovesADocumentInTwoCalls() {
        accepted(stand.system.create(stand.draft("butik:1").done()));
        InvoiceDraft draft = stand.draft("butik:2").done();
        long before = stand.system.calls();
        long counted =
                stand.simulator.admin().counters(stand.keys.organizationId()).allCalls();

        Invoice made = accepted(stand.system.create(draft));
        Invoice approved = accepted(stand.system.approve(made.id()));

        assertThat(stand.system.calls() - before).isEqualTo(2);
        var counts = stand.simulator.admin().counters(stand.keys.organizationId());
        assertThat(counts.allCalls() - counted).isEqualTo(2);
        assertThat(counts.callsOf("POST /invoices")).isEqualTo(2);
        assertThat(counts.callsOf("PUT /invoices/{id}")).isEqualTo(1);
        assertThatItIs(draft, made);
        assertThat(made.state()).isEqualTo(Invoice.State.DRAFT);
        assertThat(made.number()).isNull();
        assertThat(approved.state()).isEqualTo(Invoice.State.APPROVED);
        assertThat(approved.number()).isEqualTo("1");
        assertThat(approved.totals()).isEqualTo(draft.expected());
    }

    @Test
    void makesNetDocumentsInForeignCurrencyAtAPinnedRate() {
        InvoiceDraft draft = Drafts.draft(stand.ruleset("Normalt salg af varer"))
                .reference("butik:3")
                .currency("EUR", "7.4593")
                .excludingVat()
                .line("Te", "3", "33.33", "9.99")
                .done();

        assertThatItIs(draft, accepted(stand.system.create(draft)));
    }

    @Test
    void getsTheRateOfTheBuyersCountryAndType() {
        Buyer firm = new Buyer(
                "butik:de",
                BuyerType.COMPANY,
                "Teehaus GmbH",
                "DE",
                "Weg 1",
                "10115",
                "Berlin",
                "DE123456789",
                "",
                "",
                null);
        InvoiceDraft draft = Drafts.draft(stand.ruleset("Normalt salg af varer"))
                .buyer(firm)
                .rate(VatRate.ZERO)
                .excludingVat()
                .line("Tee", "1", "80.00", "0.00")
                .done();

        assertThatItIs(draft, accepted(stand.system.create(draft)));
    }

    @Test
    void creditsAnApprovedInvoiceInFull() {
        InvoiceDraft draft = stand.draft("butik:4").done();
        Invoice invoice = accepted(stand.system.create(draft));
        accepted(stand.system.approve(invoice.id()));
        InvoiceDraft credit = stand.draft("butik:4-k").crediting(invoice.id()).done();

        Invoice note = accepted(stand.system.create(credit));
        Invoice approved = accepted(stand.system.approve(note.id()));

        assertThatItIs(credit, note);
        assertThat(approved.type()).isEqualTo(DocumentType.CREDIT_NOTE);
        assertThat(approved.totals()).isEqualTo(draft.expected());
    }

    @Test
    void makesACreditNoteThatStandsAlone() {
        InvoiceDraft credit = stand.draft("butik:5-k").crediting(null).done();

        assertThatItIs(credit, accepted(stand.system.create(credit)));
    }

    @Test
    void namesTheInvoiceToCreditThatIsNotThere() {
        InvoiceDraft credit = stand.draft("butik:6-k")
                .crediting(new dk.ordrebro.accounting.InvoiceId("AAAAAAAAAAAAAAAAAAAAAA"))
                .done();

        assertThat(refused(stand.system.create(credit))).isEqualTo(Code.INVOICE_TO_CREDIT_MISSING);
    }

    @Test
    void findsByReferenceAndReadsById() {
        InvoiceDraft draft = stand.draft("butik:7").done();
        Invoice made = accepted(stand.system.create(draft));

        assertThat(stand.system.find(draft.reference())).isEqualTo(new Lookup.Found(made));
        assertThat(stand.system.find(draft)).isEqualTo(new Lookup.Found(made));
        assertThat(stand.system.read(made.id())).isEqualTo(new Lookup.Found(made));
        assertThat(stand.system.find(new Reference("butik:70"))).isInstanceOf(Lookup.Absent.class);
        assertThat(stand.system.read(new dk.ordrebro.accounting.InvoiceId("nix")))
                .isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void tellsOfTwoDocumentsWithOneReferenceAndForgetsVoidedOnes() {
        InvoiceDraft draft = stand.draft("butik:8").done();
        Invoice first = accepted(stand.system.create(draft));
        Invoice second = accepted(stand.system.create(draft));

        assertThat(stand.system.find(draft.reference())).isInstanceOf(Lookup.Several.class);

        accepted(stand.system.approve(second.id()));
        stand.simulator
                .admin()
                .voidInvoice(stand.keys.organizationId(), second.id().value());
        assertThat(stand.system.find(draft.reference())).isEqualTo(new Lookup.Found(first));
    }

    @Test
    void listsTheDocumentsOfADay() {
        Invoice first = accepted(stand.system.create(stand.draft("butik:9").done()));
        Invoice second = accepted(stand.system.create(stand.draft("butik:10").done()));
        accepted(stand.system.create(
                stand.draft("butik:11").date(Drafts.DAY.plusDays(1)).done()));
        var seen = new ArrayList<Invoice>();

        stand.system.invoices(Drafts.DAY, Drafts.DAY, seen::add);

        assertThat(seen).extracting(Invoice::id).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(seen).allSatisfy(invoice -> assertThat(invoice.lines()).isEmpty());
    }

    @Test
    void turnsADayOfALockedPeriodAwayBeforeSendingIt() {
        stand.system.chart();
        stand.simulator.admin().lockPeriod(stand.keys.organizationId(), Drafts.DAY);
        stand.system.refreshChart();

        assertThat(refused(stand.system.create(stand.draft("butik:12").done()))).isEqualTo(Code.PERIOD_CLOSED);
    }

    @Test
    void saysThatTheMonthWasLockedBetweenDraftAndApproval() {
        Invoice made = accepted(stand.system.create(stand.draft("butik:13").done()));
        stand.simulator.admin().lockPeriod(stand.keys.organizationId(), Drafts.DAY);
        stand.bench.clock.advance(Duration.ofMinutes(1));

        assertThat(refused(stand.system.approve(made.id()))).isEqualTo(Code.PERIOD_CLOSED);
    }

    @Test
    void leavesTheNumberingToThoseWhoNumberByHand() {
        try (var manual = new Stand(NewCompany.named("Håndtal").withManualNumbers())) {
            assertThat(refused(manual.system.create(manual.draft("butik:14").done())))
                    .isEqualTo(Code.MANUAL_NUMBERING);
        }
    }

    @Test
    void namesAnAccountThatWasArchived() {
        stand.system.create(stand.draft("butik:15").done());
        stand.simulator.admin().archiveAccount(stand.keys.organizationId(), 1110, true);
        stand.system.refreshChart();

        assertThat(refused(stand.system.create(stand.draft("butik:16").done()))).isEqualTo(Code.ACCOUNT_UNUSABLE);
    }

    @Test
    void approvesOnceHoweverOftenItIsAsked() {
        Invoice made = accepted(stand.system.create(stand.draft("butik:17").done()));

        Invoice first = accepted(stand.system.approve(made.id()));
        Invoice again = accepted(stand.system.approve(made.id()));

        assertThat(again.number()).isEqualTo(first.number()).isEqualTo("1");
    }

    @Test
    void makesAContactAnewThatSomebodyDeleted() {
        stand.system.create(stand.draft("butik:18").done());
        String gone = String.valueOf(stand.contacts().getFirst().id());
        stand.simulator.admin().deleteRecord(stand.keys.organizationId(), "contacts", gone);

        Invoice made = accepted(stand.system.create(stand.draft("butik:19").done()));

        assertThat(made.buyer()).isNotEqualTo(gone);
    }

    private void change(String plural, String singular, String id, String field, String value) {
        var body = BillyJson.wrap(singular, BillyJson.object().put(field, value));
        assertThat(Reply.of(stand.connection().send(BillyRequest.put(plural, id, body))))
                .isInstanceOf(Reply.Done.class);
    }

    @Test
    void bookWithAnotherProductWhenSomebodyChangedTheRuleset() {
        stand.system.create(stand.draft("butik:20").done());
        String product = String.valueOf(stand.products().getFirst().id());
        change("products", "product", product, "salesTaxRulesetId", stand.ruleset("Momsfrit"));
        InvoiceDraft draft = stand.draft("butik:21").done();

        assertThatItIs(draft, accepted(stand.system.create(draft)));

        assertThat(stand.invoices())
                .filteredOn(invoice -> "butik:21".equals(invoice.externalId()))
                .hasSize(1);
        assertThat(stand.products()).hasSize(2);
    }

    @Test
    void bookWithAnotherContactWhenSomebodyMovedItAbroad() {
        stand.system.create(stand.draft("butik:22").done());
        String contact = String.valueOf(stand.contacts().getFirst().id());
        change("contacts", "contact", contact, "countryId", "NO");
        InvoiceDraft draft = stand.draft("butik:23").done();

        Invoice made = accepted(stand.system.create(draft));

        assertThatItIs(draft, made);
        assertThat(made.buyer()).isNotEqualTo(contact);
    }

    @Test
    void bookWithAnotherProductAtTheNextReadingWhenSomebodyChangedTheAccount() {
        stand.system.create(stand.draft("butik:24").done());
        BillyProduct product = stand.products().getFirst();
        String freight = stand.system
                .chart()
                .account(new AccountNumber(1115))
                .orElseThrow()
                .id();
        change("products", "product", String.valueOf(product.id()), "accountId", freight);
        stand.bench.clock.advance(Duration.ofMinutes(16));

        stand.system.create(stand.draft("butik:25").done());

        assertThat(stand.products()).extracting(BillyProduct::accountId).contains(product.accountId(), freight);
    }

    @Test
    void makesAProductForEachSkuWithItsNumber() {
        var tea = new LineAccount(
                "Te, 100 g", "TE-100", new AccountNumber(1110), new RulesetId(stand.ruleset("Normalt salg af varer")));
        InvoiceDraft draft = Drafts.draft(stand.ruleset("Normalt salg af varer"))
                .line(tea, "", "1", "49.00", "0.00")
                .done();

        assertThatItIs(draft, accepted(stand.system.create(draft)));
        stand.reopened().create(draft);

        assertThat(stand.products()).singleElement().satisfies(product -> {
            assertThat(product.name()).isEqualTo("Te, 100 g");
            assertThat(product.productNo()).isEqualTo("TE-100");
        });
    }

    @Test
    void adoptsWhatBillyHasWhenOurOwnMemoryIsLost() {
        stand.system.create(stand.draft("butik:26").done());

        try (var forgetful = new Workbench()) {
            forgetful
                    .system(stand.simulator.apiUri(), new dk.ordrebro.integration.Secret(stand.keys.accessToken()))
                    .create(stand.draft("butik:27").done());
        }

        assertThat(stand.contacts()).hasSize(1);
        assertThat(stand.products()).hasSize(1);
    }

    @Test
    void triesAKeyBeforeItIsStored() {
        var facts = stand.bench
                .workshop()
                .company(stand.simulator.apiUri(), new dk.ordrebro.integration.Secret(stand.keys.accessToken()));

        assertThat(facts.name()).isEqualTo("Nordlys Te ApS");
        assertThat(facts.numbersInvoicesItself()).isTrue();
    }

    @Test
    void tellsAllThatStandsInTheWayAtACompany() {
        var company = NewCompany.named("Skiltet ApS")
                .withCurrency("EUR")
                .withManualNumbers()
                .withVat(false, "excl")
                .lockedUntil(Drafts.DAY)
                .withChart(NewCompany.Chart.SYSTEM);
        try (var bare = new Stand(company)) {
            var chart = bare.system.chart();

            assertThat(chart.company().name()).isEqualTo("Skiltet ApS");
            assertThat(chart.company().baseCurrency().getCode()).isEqualTo("EUR");
            assertThat(chart.company().numbersInvoicesItself()).isFalse();
            assertThat(chart.company().registeredForVat()).isFalse();
            assertThat(chart.company().lockedThrough()).isEqualTo(Drafts.DAY);
            assertThat(chart.account(new AccountNumber(1110))).isPresent();
            assertThat(chart.account(new AccountNumber(1115))).isEmpty();
        }
    }

    @Test
    void makesAProductAnewThatSomebodyDeletedOrArchived() {
        stand.system.create(stand.draft("butik:30").done());
        String gone = String.valueOf(stand.products().getFirst().id());
        stand.simulator.admin().deleteRecord(stand.keys.organizationId(), "products", gone);

        accepted(stand.system.create(stand.draft("butik:31").done()));

        assertThat(stand.products()).singleElement().satisfies(product -> {
            assertThat(product.id()).isNotEqualTo(gone);
            assertThat(product.name()).isEqualTo("Varer (Indland)");
        });
    }

    /** The product is as we made it, so there is nothing to heal: the draft stays, and the gate shows both rates. */
    @Test
    void showsTheRateOfARulesetThatGivesAnotherThanExpectedAndLeavesTheDraft() {
        stand.system.create(stand.draft("butik:32").done());
        String ruleset = stand.ruleset("Normalt salg af varer");
        var rule = BillyJson.wrap(
                "salesTaxRule",
                BillyJson.object()
                        .put("rulesetId", ruleset)
                        .put("countryId", "DK")
                        .put("priority", 0));
        assertThat(Reply.of(stand.connection().send(BillyRequest.post("salesTaxRules", rule))))
                .isInstanceOf(Reply.Done.class);

        Invoice made = accepted(stand.system.create(stand.draft("butik:33").done()));

        assertThat(made.lines()).extracting(Invoice.Line::rate).containsOnly(VatRate.ZERO);
        assertThat(made.state()).isEqualTo(Invoice.State.DRAFT);
        assertThat(stand.products()).hasSize(1);
        assertThat(stand.simulator.admin().counters(stand.keys.organizationId()).draftsDeleted())
                .isZero();
    }

    @Test
    void forgetsARulesetThatSomebodyDeletedAndNamesIt() {
        stand.system.create(stand.draft("butik:34").done());
        InvoiceDraft draft = stand.draft("butik:35").done();
        stand.simulator
                .admin()
                .deleteRecord(stand.keys.organizationId(), "salesTaxRulesets", stand.ruleset("Normalt salg af varer"));
        stand.system.refreshChart();

        assertThat(refused(stand.system.create(draft))).isEqualTo(Code.RULESET_MISSING);
    }

    @Test
    void readsAChartOfThousandsOfAccountsPageByPage() {
        String group = stand.pages()
                .all(BillyRequest.get("accountGroups"), new Rows<>("accountGroups", BillyAnswer::accountGroups))
                .getFirst()
                .id();
        for (int i = 0; i < 2_000; i++) {
            var account = BillyJson.object()
                    .put("name", "Konto " + i)
                    .put("accountNo", 10_000 + i)
                    .put("natureId", "revenue")
                    .put("groupId", group);
            assertThat(Reply.of(
                            stand.connection().send(BillyRequest.post("accounts", BillyJson.wrap("account", account)))))
                    .isInstanceOf(Reply.Done.class);
        }

        assertThat(stand.system.refreshChart().accounts())
                .hasSize(2_089)
                .extracting(account -> account.number().value())
                .doesNotHaveDuplicates()
                .isSorted();
    }
}
