package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.billy.RawBilly.Answer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What the adapter needs of Billy, written from the reference. Runs against the simulator, and against Billy itself as {@link ContractTarget} says.
 * What is needed is asserted; what is only believed is noted, and the run prints the notes.
 */
@Tag("contract")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillyContractTests {

    private ContractTarget billy;
    private ChartOfAccounts chart;
    private VatRuleset ruleset;
    private LineAccount account;
    private int made;

    @BeforeAll
    void open() {
        billy = ContractTarget.of(System.getenv());
        chart = billy.system.chart();
        ruleset = chart.rulesets().stream()
                .filter(candidate -> candidate.rateFor("DK", BuyerType.PERSON).equals(Drafts.DANISH))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ruleset gives 25 % in Denmark: " + chart.rulesets()));
        account = chart.accounts().stream()
                .filter(candidate -> !candidate.archived() && candidate.number().value() == 1110)
                .findFirst()
                .map(sales -> new LineAccount("Ordrebro kontrakt", "", sales.number(), ruleset.id()))
                .orElseThrow();
    }

    @AfterAll
    void close() {
        billy.close();
    }

    private Drafts draft() {
        made++;
        return Drafts.draft(ruleset.id().value())
                .reference("kontrakt:" + billy.run + ":" + made)
                .order("OK-" + billy.run + "-" + made)
                .date(billy.today())
                .buyer(buyer("DK", BuyerType.PERSON));
    }

    private static Buyer buyer(String country, BuyerType type) {
        return new Buyer(
                "ordrebro-kontrakt",
                type,
                ContractBooks.MARK,
                country,
                "Prøvevej 1",
                "8000",
                "Aarhus C",
                "",
                "",
                "",
                null);
    }

    private Drafts oneLine() {
        return draft().line(account, "SKU 88-12, blå", "2", "100.00", "0.00");
    }

    private static boolean has(Answer answer, String path, String value) {
        return answer.text(path).equals(value);
    }

    /** Nobody has published the answers, so any of them will do; what is not as we take it is printed in capitals. */
    @TestFactory
    Stream<DynamicTest> settlesWhatNobodyHasPublished() {
        Stream<OpenQuestion> rateLimitLast = Stream.concat(
                Stream.of(OpenQuestion.values()).filter(question -> question != OpenQuestion.RATE_LIMIT),
                Stream.of(OpenQuestion.RATE_LIMIT));
        return rateLimitLast.map(question -> DynamicTest.dynamicTest(question.toString(), () -> {
            Finding finding = billy.questions.ask(question);

            assertThat(finding.detail()).isNotEmpty();
        }));
    }

    @Test
    void tellsTheCompanyBehindTheKey() {
        Answer answer = billy.raw.get("/organization");

        assertThat(answer.text("/organization/id")).isEqualTo(chart.company().programId());
        billy.found(
                BillyAssumption.NUMBERING_MODE,
                has(answer, "/organization/invoiceNoMode", BillyAssumption.SEQUENTIAL)
                        == chart.company().numbersInvoicesItself(),
                "invoiceNoMode is " + answer.text("/organization/invoiceNoMode"));
    }

    @Test
    void pagesThroughAListByNumbers() {
        Answer first = billy.raw.get("/accounts?page=1&pageSize=2");
        Answer second = billy.raw.get("/accounts?page=2&pageSize=2");

        assertThat(first.json().at("/accounts")).hasSize(2);
        assertThat(first.text("/meta/paging/page")).isEqualTo("1");
        assertThat(second.text("/meta/paging/page")).isEqualTo("2");
        assertThat(first.json().at("/meta/paging/pageCount").asInt()).isGreaterThan(2);
        assertThat(second.text("/accounts/0/id")).isNotEqualTo(first.text("/accounts/0/id"));
    }

    @Test
    void passesOverAFilterItDoesNotKnow() {
        Answer answer = billy.raw.get("/accounts?pageSize=2&ordrebroFindesIkke=1");

        billy.found(
                BillyAssumption.UNKNOWN_FILTERS, answer.status() == 200, "an unknown filter gives " + answer.error());
    }

    @Test
    void givesRulesetsWithTheirRules() {
        Answer embedded = billy.raw.get("/salesTaxRulesets?include=salesTaxRuleset.rules:embed");
        Answer rules = billy.raw.get("/salesTaxRules?rulesetId=" + ruleset.id());

        assertThat(rules.status()).isEqualTo(200);
        billy.found(
                BillyAssumption.EMBEDDING,
                embedded.json().at("/salesTaxRulesets/0/rules").isArray(),
                "rules in rulesets; rules without a ruleset give "
                        + billy.raw.get("/salesTaxRules").error());
        boolean anyCountry = rules.json()
                .path("salesTaxRules")
                .valueStream()
                .anyMatch(rule -> rule.path("countryId").isNull());
        billy.found(
                BillyAssumption.RULE_WITHOUT_COUNTRY, anyCountry, "a rule without countryId was seen: " + anyCountry);
    }

    @Test
    void namesTheCountriesOfAGroup() {
        Answer answer = billy.raw.get("/countryGroups");
        String largest = answer.json()
                .path("countryGroups")
                .valueStream()
                .map(group -> group.path("memberCountryIds").toString())
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("");

        billy.found(
                BillyAssumption.MEMBER_COUNTRIES,
                largest.contains("DE") && largest.contains("SE"),
                largest.substring(0, Math.min(40, largest.length())));
    }

    @Test
    void makesTheDraftThatWasIntended() {
        Drafts wanted = oneLine().line(account, "GLS", "1", "49.00", "9.00");
        InvoiceDraft draft = wanted.done();

        Invoice invoice = billy.make(wanted);

        assertThat(invoice.reference()).isEqualTo(wanted.reference());
        assertThat(invoice.orderNumber()).isEqualTo(wanted.orderNumber());
        assertThat(invoice.state()).isEqualTo(Invoice.State.DRAFT);
        assertThat(invoice.totals()).isEqualTo(draft.expected());
        assertThat(invoice.lines()).extracting(Invoice.Line::rate).containsOnly(Drafts.DANISH);
        assertThat(invoice.lines())
                .extracting(Invoice.Line::totals)
                .containsExactly(
                        draft.lines().get(0).expected(), draft.lines().get(1).expected());
        billy.found(BillyAssumption.EXTERNAL_ID, true, "externalId was stored and came back");
        billy.found(
                BillyAssumption.NUMBER_AT_APPROVAL,
                invoice.number() == null,
                "a draft's number is " + invoice.number());
        billy.found(BillyAssumption.CASH_DISCOUNT, true, "9 off a line of 49 gave 40");
        billy.found(BillyAssumption.CHANGED_RECORDS, true, "a POST answers with invoices and invoiceLines");
    }

    @Test
    void roundsAsWeDo() {
        var differing = new ArrayList<String>();
        for (String price : List.of("0.03", "0.02", "33.33", "100.02", "19.99")) {
            for (Drafts base : List.of(draft(), draft().excludingVat())) {
                Drafts wanted =
                        base.line(account, price, "3", price, "0.00").line(account, price, "0.5", price, "0.00");
                Invoice invoice = billy.make(wanted);
                if (!invoice.totals().equals(wanted.done().expected())) {
                    differing.add(price + " " + wanted.mode() + ": " + invoice.totals());
                }
            }
        }

        billy.found(
                BillyAssumption.ROUNDING,
                differing.isEmpty(),
                differing.isEmpty() ? "ten drafts with half øre in them came out as ours" : differing.toString());
    }

    @Test
    void findsADocumentByItsReference() {
        Drafts draft = oneLine();
        Invoice invoice = billy.make(draft);

        assertThat(billy.system.find(new Reference(draft.reference()))).isEqualTo(new Lookup.Found(invoice));
        assertThat(billy.system.read(invoice.id())).isEqualTo(new Lookup.Found(invoice));
        Answer filtered =
                billy.raw.get("/invoices?externalId=" + draft.reference().replace(":", "%3A"));
        Answer embedded = billy.raw.get("/invoices/" + invoice.id() + "?include=invoice.lines:embed");
        Answer searched = billy.raw.get("/invoices?q=" + draft.orderNumber());
        Answer newest = billy.raw.get("/invoices?pageSize=5&sortProperty=createdTime&sortDirection=DESC");
        billy.found(
                BillyAssumption.EXTERNAL_ID,
                filtered.json().at("/invoices").size() == 1
                        && has(filtered, "/invoices/0/id", invoice.id().value()),
                "the filter found " + filtered.json().at("/invoices").size() + " of 1");
        billy.found(
                BillyAssumption.EMBEDDING,
                embedded.json().at("/invoice/lines").isArray(),
                "lines in an invoice; q found "
                        + searched.json().at("/invoices").size() + " of 1");
        billy.found(
                BillyAssumption.TIMES,
                newest.json()
                        .path("invoices")
                        .valueStream()
                        .anyMatch(row ->
                                row.path("id").asString("").equals(invoice.id().value())),
                "the newest come first when sorted by it");
    }

    @Test
    void picksTheRatesThatTheRulesetsForetell() {
        var differing = new ArrayList<String>();
        for (String country : List.of("DK", "SE", "NO")) {
            for (BuyerType type : BuyerType.values()) {
                VatRate foretold = ruleset.rateFor(country, type);
                Invoice invoice = billy.make(
                        draft().buyer(buyer(country, type)).rate(foretold).line(account, "Te", "1", "10.00", "0.00"));
                if (!invoice.lines().getFirst().rate().equals(foretold)) {
                    differing.add(country + " " + type + ": "
                            + invoice.lines().getFirst().rate());
                }
            }
        }

        billy.found(
                BillyAssumption.RULE_ORDER,
                differing.isEmpty(),
                differing.isEmpty() ? "six buyers got the rates foretold" : differing.toString());
    }

    @Test
    void listsTheDocumentsOfADay() {
        Invoice invoice = billy.make(oneLine());
        var seen = new ArrayList<String>();

        billy.system.invoices(
                billy.today(), billy.today(), row -> seen.add(row.id().value()));

        assertThat(seen).contains(invoice.id().value()).doesNotHaveDuplicates();
    }

    @Test
    void readsAPinnedRateAsKronerForOneEuro() {
        Drafts pinned = draft().currency("EUR", "7.4593").line(account, "Te", "1", "10.00", "0.00");
        Drafts open = draft().currency("EUR", null).line(account, "Te", "1", "10.00", "0.00");

        Invoice invoice = billy.make(pinned);
        Answer kept = billy.raw.get("/invoices/" + invoice.id());
        Answer ofTheDay = billy.raw.get("/invoices/" + billy.make(open).id());

        assertThat(invoice.totals()).isEqualTo(pinned.done().expected());
        billy.found(
                BillyAssumption.EXCHANGE_RATE,
                ofTheDay.json().at("/invoice/exchangeRate").decimalValue().compareTo(BigDecimal.ONE) > 0,
                "the day's rate of the euro is " + ofTheDay.text("/invoice/exchangeRate") + "; 7.4593 was kept as "
                        + kept.text("/invoice/exchangeRate"));
    }

    @Test
    void takesACreditNoteThatStandsAlone() {
        Drafts draft = oneLine().crediting(null);
        Outcome outcome = billy.system.create(draft.done());

        if (outcome instanceof Outcome.Accepted(Invoice note)) {
            billy.toRemove(note.id().value());
            assertThat(note.totals()).isEqualTo(draft.done().expected());
        }
        billy.found(
                BillyAssumption.CREDIT_NOTE_WORD,
                outcome instanceof Outcome.Accepted,
                outcome.getClass().getSimpleName());
    }

    @Test
    void refusesADraftWithoutContactInItsOwnWords() {
        Answer answer = billy.raw.post(
                "/invoices", "{'invoice':{'entryDate':'" + billy.today() + "','currencyId':'DKK','lines':[]}}");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.text("/errorMessage")).isNotEmpty();
        billy.found(BillyAssumption.REJECTION, true, "a draft without contact gives " + answer.error());
    }

    @Test
    void forgetsADraftThatWasDeleted() {
        Invoice invoice = billy.make(oneLine());

        Answer deleted = billy.raw.delete("/invoices/" + invoice.id());

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(billy.system.read(invoice.id())).isInstanceOf(Lookup.Absent.class);
        billy.found(BillyAssumption.DRAFTS_ARE_REMADE, true, "a draft can be deleted, and reading it says so");
    }

    @Test
    void takesLongTexts() {
        Drafts draft = draft().line(account, "æ".repeat(BillyAssumption.LONGEST_TEXT), "1", "1.00", "0.00");
        Outcome outcome = billy.system.create(draft.done());

        if (outcome instanceof Outcome.Accepted(Invoice invoice)) {
            billy.toRemove(invoice.id().value());
        }
        billy.found(BillyAssumption.LENGTHS, outcome instanceof Outcome.Accepted, "1000 letters in a description");
    }

    @Test
    void keepsContactNumbersAndTakesThemTwice() {
        billy.make(oneLine());
        Answer answer = billy.raw.get("/contacts?contactNo=ordrebro-kontrakt");
        long ours = answer.json()
                .path("contacts")
                .valueStream()
                .filter(row -> row.path("contactNo").asString("").startsWith("ordrebro-kontrakt"))
                .count();

        assertThat(ours).isPositive();
        billy.found(
                BillyAssumption.CONTACT_NUMBER,
                true,
                "kept; the filter gave " + answer.json().at("/contacts").size() + " rows, ours " + ours);
    }

    @Test
    void takesAProductNumberTwice() {
        String body =
                "{'product':{'organizationId':'%s','name':'Ordrebro kontrakt','productNo':'OK-%s','accountId':'%s','salesTaxRulesetId':'%s'}}"
                        .formatted(
                                chart.company().programId(),
                                billy.run,
                                chart.account(account.account()).orElseThrow().id(),
                                ruleset.id());

        Answer first = billy.raw.post("/products", body);
        Answer second = billy.raw.post("/products", body);

        assertThat(first.status()).isEqualTo(200);
        billy.found(BillyAssumption.PRODUCT_NUMBER, second.status() == 200, "the second one gives " + second.error());
    }

    @Test
    void approvesOnceAndCreditsInFull() {
        assumeTrue(billy.mayApprove(), "ORDREBRO_BILLY_MAY_APPROVE is not yes");
        Invoice invoice = billy.make(oneLine());

        Outcome approved = billy.system.approve(invoice.id());
        Outcome again = billy.system.approve(invoice.id());

        assertThat(approved).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> {
            assertThat(accepted.invoice().state()).isEqualTo(Invoice.State.APPROVED);
            assertThat(accepted.invoice().number()).isNotBlank();
            assertThat(accepted.invoice().totals()).isEqualTo(invoice.totals());
        });
        assertThat(again).isInstanceOf(Outcome.Accepted.class);
        billy.keep(invoice.id().value());
        billy.found(BillyAssumption.NUMBER_AT_APPROVAL, true, "approval gave a number");
        creditInFull(invoice);
    }

    private void creditInFull(Invoice invoice) {
        Invoice note = billy.make(oneLine().crediting(invoice.id()));
        Outcome approved = billy.system.approve(note.id());
        billy.keep(note.id().value());
        Answer original = billy.raw.get("/invoices/" + invoice.id());
        Answer credit = billy.raw.get("/invoices/" + note.id());

        assertThat(approved).isInstanceOf(Outcome.Accepted.class);
        billy.found(
                BillyAssumption.LINKED_CREDIT,
                original.json().at("/invoice/balance").decimalValue().signum() == 0,
                "balances afterwards: invoice " + original.text("/invoice/balance") + ", credit note "
                        + credit.text("/invoice/balance"));
    }
}
