package dk.ordrebro.accounting.billy.document;

import static dk.ordrebro.accounting.billy.FakeBilly.json;
import static dk.ordrebro.accounting.billy.FakeBilly.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Recorded;
import dk.ordrebro.accounting.billy.Workbench;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindAndApproveTests {

    private static final Reference REFERENCE = new Reference("butik:1001:1");
    private static final InvoiceId ID = new InvoiceId("inv1");
    private static final String MADE = FakeBilly.read("invoice-made.json");
    private static final String NONE =
            "{\"meta\":{\"paging\":{\"page\":1,\"pageCount\":0,\"total\":0}},\"invoices\":[]}";

    private final FakeBilly billy = Recorded.billy();
    private final Workbench bench = new Workbench();
    private final AccountingSystem system = bench.system(billy.root());

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    /** As a list gives it: lines inside, none beside. */
    private static String listed(String made) {
        String lines =
                made.substring(made.indexOf("\"invoiceLines\":") + "\"invoiceLines\":".length(), made.lastIndexOf('}'));
        return made.substring(0, made.indexOf("}],\n \"invoiceLines\"")) + ",\"lines\":" + lines + "}]}";
    }

    @Test
    void findsByReferenceInOneCall() {
        billy.on("GET /invoices", json(listed(MADE)));
        system.chart();
        long before = system.calls();

        Lookup lookup = system.find(REFERENCE);

        assertThat(lookup).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.invoice().id()).isEqualTo(ID);
            assertThat(found.invoice().lines()).hasSize(2);
        });
        assertThat(system.calls() - before).isEqualTo(1);
        assertThat(billy.last("GET /invoices").query())
                .contains("externalId=butik%3A1001%3A1", "include=invoice.lines%3Aembed");
    }

    @Test
    void asksForTheLinesWhenTheyWereNotEmbedded() {
        billy.on("GET /invoices", json(MADE))
                .on(
                        "GET /invoiceLines",
                        json(MADE.replace(
                                "\"id\":\"l2\",\"invoiceId\":\"inv1\"", "\"id\":\"l2\",\"invoiceId\":\"other\"")));

        assertThat(system.find(REFERENCE))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.invoice().lines()).hasSize(1));
    }

    @Test
    void looksAtEveryRowOfAFilterThatDoesNotFilter() {
        String others = MADE.replace("butik:1001:1", "butik:1001:2").replace("inv1", "inv2");
        billy.on("GET /invoices", json(others), json(others), json(MADE)).on("GET /invoiceLines", json(MADE));

        Lookup lookup = system.find(Recorded.draft());

        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        assertThat(billy.calls())
                .filteredOn(call -> call.route().equals("GET /invoices"))
                .extracting(FakeBilly.Call::query)
                .satisfiesExactly(
                        first -> assertThat(first).contains("externalId="),
                        second -> assertThat(second).contains("q=1001", "sortDirection=DESC"),
                        third -> assertThat(third)
                                .contains("sortProperty=createdTime")
                                .doesNotContain("q="));
    }

    @Test
    void saysAbsentOnlyAfterThreeQuestions() {
        billy.on("GET /invoices", json(NONE));

        assertThat(system.find(Recorded.draft())).isInstanceOf(Lookup.Absent.class);
        assertThat(billy.calls()).hasSize(3);
    }

    @Test
    void doesNotCallItAbsentWhenAnAnswerIsMissing() {
        billy.on("GET /invoices", json(NONE), json("{\"meta\":{\"success\":true}}"));

        assertThat(system.find(REFERENCE))
                .isInstanceOfSatisfying(
                        Lookup.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(Code.ODD_ANSWER));
    }

    @Test
    void passesOverAVoidedDocument() {
        billy.on("GET /invoices", json(MADE.replace("\"draft\"", "\"voided\"")));

        assertThat(system.find(REFERENCE)).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void tellsOfSeveral() {
        String first = listed(MADE);
        String row = first.substring(first.indexOf("[{") + 1, first.lastIndexOf("]}"));
        billy.on("GET /invoices", json(first.replace(row, row + "," + row.replace("inv1", "inv2"))));

        assertThat(system.find(REFERENCE))
                .isInstanceOfSatisfying(
                        Lookup.Several.class,
                        several -> assertThat(several.invoices()).hasSize(2));
    }

    @Test
    void findsWhatBillyKeptWithoutOurReferenceByAllElseThatCanBeCompared() {
        String bare = MADE.replace("\"butik:1001:1\"", "null");
        billy.on("GET /invoices", json(NONE), json(bare)).on("GET /invoiceLines", json(MADE));

        assertThat(system.find(Recorded.draft()))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.invoice().reference()).isEmpty());

        billy.on("GET /invoices", json(NONE), json(bare.replace("199.2", "199.21")));
        assertThat(system.find(Recorded.draft())).isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void readsOneWithItsLines() {
        billy.on("GET /invoices/inv1", json(CreateTests.one(MADE)));

        assertThat(system.read(ID))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.invoice().lines()).hasSize(2));
        assertThat(system.read(new InvoiceId("inv9"))).isInstanceOf(Lookup.Absent.class);
    }

    private static final String APPROVED = """
            {"meta":{"success":true},"organizations":[{"nextInvoiceNo":43}],"transactions":[{"id":"t"}],"postings":[{"id":"p"}],
             "invoices":[{"id":"inv0","state":"draft"},{"id":"inv1","type":"invoice","contactId":"contIda","entryDate":"2026-11-23",
              "state":"approved","invoiceNo":42,"taxMode":"incl","amount":199.2,"tax":49.8,"currencyId":"DKK","externalId":"butik:1001:1"}]}""";

    @Test
    void approvesInOneCall() {
        billy.on("PUT /invoices/inv1", json(APPROVED));
        system.chart();
        long before = system.calls();

        Outcome outcome = system.approve(ID);

        assertThat(system.calls() - before).isEqualTo(1);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> {
            assertThat(accepted.invoice().state()).isEqualTo(Invoice.State.APPROVED);
            assertThat(accepted.invoice().number()).isEqualTo("42");
            assertThat(accepted.invoice().lines()).isEmpty();
        });
        assertThat(billy.last("PUT /invoices/inv1").body()).isEqualTo("{\"invoice\":{\"state\":\"approved\"}}");
    }

    @Test
    void readsAgainWhatAnApprovalDoesNotTell() {
        billy.on("PUT /invoices/inv1", json("{\"meta\":{\"success\":true}}"))
                .on("GET /invoices/inv1", json(CreateTests.one(MADE).replace("\"draft\"", "\"approved\"")));

        assertThat(system.approve(ID)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void doubtsAnApprovalThatLeftADraft() {
        billy.on("PUT /invoices/inv1", json(MADE));

        assertThat(system.approve(ID)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void takesWhatIsApprovedAlreadyForDone() {
        billy.on("PUT /invoices/inv1", refusal(422, "OTHER", "Fakturaen er godkendt"))
                .on("GET /invoices/inv1", json(CreateTests.one(MADE).replace("\"draft\"", "\"approved\"")));

        assertThat(system.approve(ID)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void sendsNoApprovalToACompanyThatNumbersByHand() {
        billy.on(
                "GET /organization", json(FakeBilly.read("organization.json").replace("\"sequential\"", "\"manual\"")));

        assertThat(system.approve(ID))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.MANUAL_NUMBERING));
        assertThat(billy.called()).doesNotContain("PUT /invoices/inv1");
    }

    @Test
    void saysThatTheMonthWasLockedWhenThatIsWhyApprovalFails() {
        system.chart();
        billy.on("PUT /invoices/inv1", refusal(422, "OTHER", "Lukket"))
                .on("GET /invoices/inv1", json(CreateTests.one(MADE)))
                .on(
                        "GET /organization",
                        json(FakeBilly.read("organization.json")
                                .replace("\"fiscalLockingDate\":null", "\"fiscalLockingDate\":\"2026-12-31\"")));
        bench.clock.advance(Duration.ofMinutes(1));

        assertThat(system.approve(ID))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.PERIOD_CLOSED));
    }

    @Test
    void leavesALostApprovalOpen() {
        billy.on("PUT /invoices/inv1", FakeBilly.reset());

        assertThat(system.approve(ID)).isInstanceOf(Outcome.Unknown.class);
        assertThat(billy.called()).containsOnlyOnce("PUT /invoices/inv1");
    }

    @Test
    void listsTheDocumentsOfADayAndNoOthers() {
        billy.on(
                "GET /invoices",
                json(
                        MADE.replace(
                                "\"invoices\":[{",
                                "\"invoices\":[{\"id\":\"inv2\",\"entryDate\":\"2026-11-24\","
                                        + "\"state\":\"voided\",\"type\":\"credit_note\",\"amount\":1,\"tax\":0,\"currencyId\":\"EUR\"},{")));
        var seen = new ArrayList<Invoice>();

        system.invoices(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), seen::add);

        assertThat(seen).extracting(Invoice::id).containsExactly(new InvoiceId("inv2"));
        assertThat(billy.last("GET /invoices").query()).contains("minEntryDate=2026-11-24", "maxEntryDate=2026-11-25");
        assertThat(seen.getFirst().lines()).isEqualTo(List.of());
    }

    @Test
    void doesNotListLessThanThereIsWhenARowMakesNoSense() {
        billy.on("GET /invoices", json(MADE.replace("\"DKK\"", "\"KRONER\"")));

        assertThatThrownBy(() -> system.invoices(Drafts.DAY, Drafts.DAY, invoice -> {}))
                .isInstanceOf(AccountingUnavailable.class);
    }
}
