package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InvoiceTests {

    private final Shop shop = Shop.open();
    private final BillyClient billy = shop.billy;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void answersACreatedDraftWithInvoiceAndLines() {
        var answer = billy.post(
                "/invoices",
                shop.invoice(
                        ",'orderNo':'100417','externalId':'shop-a:100417','paymentTermsMode':'net','paymentTermsDays':8",
                        "'description':'SKU 88-12','quantity':2,'unitPrice':80",
                        "'unitPrice':'39.2'"));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode invoice = answer.json().at("/invoices/0");
        assertThat(invoice.get("amount").decimalValue()).isEqualByComparingTo("199.2");
        assertThat(invoice.get("tax").decimalValue()).isEqualByComparingTo("49.8");
        assertThat(invoice.get("grossAmount").toString()).isEqualTo("249");
        assertThat(invoice.get("balance").toString()).isEqualTo("249");
        assertThat(invoice.get("dueDate").asString()).isEqualTo("2026-12-01");
        assertThat(invoice.get("createdTime").asString()).isEqualTo("2026-11-23T09:14:02");
        assertThat(invoice.get("invoiceNo").isNull()).isTrue();
        assertThat(invoice.get("state").asString()).isEqualTo("draft");
        assertThat(invoice.get("lineDescription").asString()).isEqualTo("Vare: SKU 88-12, Vare");
        assertThat(invoice.get("downloadUrl").asString()).endsWith("/draft-invoice.pdf");
        assertThat(invoice.get("externalId").asString()).isEqualTo("shop-a:100417");
        assertThat(answer.json().get("invoiceLines")).hasSize(2);
        assertThat(answer.json().at("/invoiceLines/1/priority").intValue()).isEqualTo(2);
        assertThat(answer.json().has("transactions")).isFalse();
    }

    @Test
    void keepsTheTaxInAGrossPrice() {
        var answer = billy.post("/invoices", shop.invoice(",'taxMode':'incl'", "'unitPrice':123"));

        assertThat(answer.json().at("/invoiceLines/0/amount").toString()).isEqualTo("123");
        assertThat(answer.json().at("/invoiceLines/0/tax").toString()).isEqualTo("24.6");
        assertThat(answer.json().at("/invoices/0/amount").toString()).isEqualTo("98.4");
    }

    @Test
    void takesDiscountsOffTheLine() {
        var answer = billy.post(
                "/invoices",
                shop.invoice(
                        "",
                        "'quantity':2,'unitPrice':75,'discountMode':'percent','discountValue':25",
                        "'unitPrice':125.5,'discountMode':'cash','discountValue':25.5"));

        assertThat(answer.json().at("/invoiceLines/0/amount").toString()).isEqualTo("112.5");
        assertThat(answer.json().at("/invoiceLines/1/amount").toString()).isEqualTo("100");
    }

    @Test
    void numbersAndPostsOnApproval() {
        String id = shop.draft("'quantity':2,'unitPrice':80");

        var answer = shop.approve(id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/invoices/0/invoiceNo")).isEqualTo("1");
        assertThat(answer.json().at("/invoices/0/invoiceNo").isString()).isTrue();
        assertThat(answer.text("/invoices/0/approvedTime")).isEqualTo("2026-11-23T09:14:02");
        assertThat(answer.text("/invoices/0/downloadUrl")).endsWith("/invoice-no-1.pdf");
        assertThat(answer.json().at("/organizations/0/nextInvoiceNo").intValue())
                .isEqualTo(2);
        assertThat(answer.text("/transactions/0/originatorReference")).isEqualTo("invoice:" + id);
        assertThat(posted(answer, 5810)).isEqualTo("debit 200");
        assertThat(posted(answer, 1110)).isEqualTo("credit 160");
        assertThat(posted(answer, 7250)).isEqualTo("credit 40");
    }

    private String posted(BillyClient.Answer answer, int accountNo) {
        String account = shop.account(accountNo);
        for (JsonNode posting : answer.json().get("postings")) {
            if (posting.get("accountId").asString().equals(account)) {
                return posting.get("side").asString() + " " + posting.get("amount");
            }
        }
        return "nothing";
    }

    @Test
    void approvesTwiceWithoutASecondNumber() {
        String id = shop.draft("'unitPrice':80");
        shop.approve(id);

        var again = shop.approve(id);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/invoices/0/invoiceNo")).isEqualTo("1");
        assertThat(billy.get("/postings").json().get("postings")).hasSize(3);
    }

    @Test
    void deletesADraftWithItsLinesAndNothingElse() {
        String draft = shop.draft("'unitPrice':80");
        String approved = shop.draft("'unitPrice':80");
        shop.approve(approved);

        var deleted = billy.delete("/invoices/" + draft);

        assertThat(deleted.json().at("/meta/deletedRecords/invoices/0").asString())
                .isEqualTo(draft);
        assertThat(deleted.json().at("/meta/deletedRecords/invoiceLines")).hasSize(1);
        assertThat(billy.get("/invoices/" + draft).status()).isEqualTo(404);
        assertThat(billy.delete("/invoices/" + draft).status()).isEqualTo(200);
        assertThat(billy.delete("/invoices/" + approved).status()).isEqualTo(422);
        assertThat(billy.get("/invoices/" + approved).status()).isEqualTo(200);
    }

    @Test
    void changesADraftAndWorksItOutAgain() {
        String id = shop.draft("'unitPrice':125");

        var incl = billy.put("/invoices/" + id, "{'invoice':{'taxMode':'incl','contactMessage':'Hej'}}");
        var lines = billy.put(
                "/invoices/" + id, "{'invoice':{'lines':[{'productId':'" + shop.product + "','unitPrice':50}]}}");
        var date = billy.put("/invoices/" + id, "{'invoice':{'entryDate':'2026-11-24'}}");

        assertThat(incl.json().at("/invoices/0/grossAmount").toString()).isEqualTo("125");
        assertThat(incl.text("/invoices/0/contactMessage")).isEqualTo("Hej");
        assertThat(lines.json().at("/invoices/0/grossAmount").toString()).isEqualTo("50");
        assertThat(lines.json().at("/meta/deletedRecords/invoiceLines")).hasSize(1);
        assertThat(date.status()).isEqualTo(400);
        assertThat(date.text("/validationErrors/invoice/message")).contains("entryDate");
    }

    @Test
    void closesAnApprovedInvoiceButForSentState() {
        String id = shop.draft("'unitPrice':80");
        shop.approve(id);

        assertThat(billy.put("/invoices/" + id, "{'invoice':{'sentState':'sent'}}")
                        .text("/invoices/0/sentState"))
                .isEqualTo("sent");
        assertThat(billy.put("/invoices/" + id, "{'invoice':{'contactMessage':'x'}}")
                        .status())
                .isEqualTo(422);
        assertThat(billy.put("/invoices/" + id, "{'invoice':{'state':'draft'}}").status())
                .isEqualTo(422);
        assertThat(billy.put("/invoices/" + id, "{'invoice':{'state':'voided'}}")
                        .status())
                .isEqualTo(422);
        assertThat(billy.put("/invoices/" + id, "{'invoice':{'state':'paid'}}").status())
                .isEqualTo(400);
    }

    @Test
    void refusesManualNumberingWithoutANumber() {
        shop.simulator.admin().numberInvoices(shop.keys.organizationId(), "manual");

        var without = billy.post("/invoices", shop.invoice("", "'unitPrice':80"));
        var with = billy.post("/invoices", shop.invoice(",'invoiceNo':'A7'", "'unitPrice':80"));
        var again = billy.post("/invoices", shop.invoice(",'invoiceNo':'A7'", "'unitPrice':80"));

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text("/errorMessage")).contains("invoiceNo");
        assertThat(shop.approve(with.text("/invoices/0/id")).text("/invoices/0/invoiceNo"))
                .isEqualTo("A7");
        assertThat(again.status()).isEqualTo(400);
    }

    @Test
    void refusesALockedPeriodForDraftsAndApprovals() {
        String early = shop.draft("'unitPrice':80");
        shop.simulator.admin().lockPeriod(shop.keys.organizationId(), LocalDate.parse("2026-11-30"));

        assertThat(shop.approve(early).status()).isEqualTo(422);
        assertThat(shop.approve(early).text("/errorMessage")).contains("locked");
        assertThat(billy.post("/invoices", shop.invoice("", "'unitPrice':80")).status())
                .isEqualTo(422);
    }

    @Test
    void refusesAnArchivedAccount() {
        String early = shop.draft("'unitPrice':80");
        shop.simulator.admin().archiveAccount(shop.keys.organizationId(), 1110, true);

        assertThat(shop.approve(early).status()).isEqualTo(422);
        assertThat(billy.post("/invoices", shop.invoice("", "'unitPrice':80")).text("/errorMessage"))
                .contains("1110 Salg");
    }

    @Test
    void creditsAnInvoice() {
        String id = shop.draft("'unitPrice':80");
        shop.approve(id);
        String note = billy.create(
                "invoices", shop.invoice(",'type':'creditNote','creditedInvoiceId':'" + id + "'", "'unitPrice':30"));

        shop.approve(note);

        assertThat(billy.get("/invoices?creditedInvoiceId=" + id).text("/invoices/0/id"))
                .isEqualTo(note);
        assertThat(billy.get("/invoices/" + id).json().at("/invoice/balance").toString())
                .isEqualTo("62.5");
        var credited = billy.get("/invoices/" + note);
        assertThat(credited.text("/invoice/invoiceNo")).isEqualTo("2");
        assertThat(credited.json().at("/invoice/balance").toString()).isEqualTo("0");
        assertThat(credited.json().at("/invoice/isPaid").booleanValue()).isTrue();
    }

    @Test
    void booksAForeignCurrencyInKroner() {
        String id = billy.create(
                "invoices",
                shop.invoice(",'currencyId':'EUR','exchangeRate':7.4567", "'unitPrice':33.33", "'unitPrice':0.05"));

        var approved = shop.approve(id);

        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode posting : approved.json().get("postings")) {
            BigDecimal amount = posting.get("amount").decimalValue();
            sum = posting.get("side").asString().equals("debit") ? sum.add(amount) : sum.subtract(amount);
        }
        assertThat(sum).isEqualByComparingTo("0");
        assertThat(approved.json().at("/invoices/0/exchangeRate").toString()).isEqualTo("7.4567");
    }

    @Test
    void storesNothingOfARefusedInvoice() {
        var refused = billy.post("/invoices", shop.invoice("", "'unitPrice':80", "'quantity':1"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errorCode")).isEqualTo("INVALID_RECORD");
        assertThat(refused.text("/validationErrors/invoiceLine/message")).contains("unitPrice");
        assertThat(billy.get("/invoices").json().at("/meta/paging/total").intValue())
                .isZero();
        assertThat(billy.get("/invoiceLines").json().at("/meta/paging/total").intValue())
                .isZero();
    }
}
