package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentTests {

    private final Shop shop = Shop.open();
    private final BillyClient billy = shop.billy;
    private final String invoice = approved("", "'unitPrice':199.2");

    @AfterEach
    void close() {
        shop.close();
    }

    private String approved(String header, String line) {
        String id = billy.create("invoices", shop.invoice(header, line));
        assertThat(shop.approve(id).status()).isEqualTo(200);
        return id;
    }

    private BillyClient.Answer pay(String amount, String more) {
        return billy.post("/bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':%s,'cashSide':'debit','cashAccountId':'%s'%s,
                 'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(amount, shop.account(5710), more, invoice));
    }

    private String open(String id) {
        return billy.get("/invoices/" + id).json().at("/invoice/balance").toString();
    }

    @Test
    void settlesAnInvoice() {
        var answer = pay("249", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/balanceModifiers/0/amount").toString()).isEqualTo("-249");
        assertThat(answer.text("/balanceModifiers/0/subjectReference")).isEqualTo("invoice:" + invoice);
        assertThat(answer.json().at("/invoices/0/isPaid").booleanValue()).isTrue();
        assertThat(answer.text("/bankPayments/0/contactId")).isEqualTo(shop.contact);
        assertThat(answer.json().at("/bankPayments/0").has("associations")).isFalse();
        assertThat(open(invoice)).isEqualTo("0");
        assertThat(billy.get("/invoices/" + invoice + "?include=invoice.balanceModifiers:embed")
                        .json()
                        .at("/invoice/balanceModifiers"))
                .hasSize(1);
        assertThat(billy.get("/bankPayments?include=bankPayment.associations:embed")
                        .json()
                        .at("/bankPayments/0/associations"))
                .hasSize(1);
    }

    @Test
    void takesPartsAndKeepsTheSurplusForTheContact() {
        pay("100", "");
        String afterPart = open(invoice);

        var rest = pay("200", "");

        assertThat(afterPart).isEqualTo("149");
        assertThat(rest.json().at("/contactBalancePostings/0/amount").toString())
                .isEqualTo("51");
        assertThat(open(invoice)).isEqualTo("0");
    }

    @Test
    void countsTheFeeAsPaid() {
        var answer = pay("240", ",'feeAmount':9");

        assertThat(answer.json().at("/invoices/0/isPaid").booleanValue()).isTrue();
        assertThat(answer.text("/bankPayments/0/feeAccountId")).isEqualTo(shop.account(2320));
        assertThat(answer.json().get("postings")).hasSize(3);
    }

    @Test
    void restoresTheBalanceWhenVoided() {
        String payment = pay("249", "").text("/bankPayments/0/id");

        var voided = billy.put("/bankPayments/" + payment, "{'bankPayment':{'isVoided':true}}");

        assertThat(voided.status()).isEqualTo(200);
        assertThat(open(invoice)).isEqualTo("249");
        assertThat(billy.get("/invoices/" + invoice)
                        .json()
                        .at("/invoice/isPaid")
                        .booleanValue())
                .isFalse();
        assertThat(billy.put("/bankPayments/" + payment, "{'bankPayment':{'isVoided':false}}")
                        .status())
                .isEqualTo(422);
        assertThat(billy.put("/bankPayments/" + payment, "{'bankPayment':{'cashAmount':1}}")
                        .status())
                .isEqualTo(400);
        assertThat(billy.delete("/bankPayments/" + payment).status()).isEqualTo(405);
        assertThat(billy.get("/postings?isVoided=false").json().get("postings")).hasSize(3);
    }

    @Test
    void booksTheCurrencyDifference() {
        String euro = approved(",'currencyId':'EUR','exchangeRate':7.4", "'unitPrice':80");

        var answer = billy.post("/bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':750,'cashExchangeRate':7.5,'cashSide':'debit',
                 'cashAccountId':'%s','associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(shop.account(5710), euro));

        assertThat(open(euro)).isEqualTo("0");
        assertThat(answer.json().get("postings")).anySatisfy(posting -> {
            assertThat(posting.get("accountId").asString()).isEqualTo(shop.account(2210));
            assertThat(posting.get("amount").toString()).isEqualTo("10");
            assertThat(posting.get("side").asString()).isEqualTo("credit");
        });
    }

    @Test
    void refusesWhatCannotBePaid() {
        String draft = shop.draft("'unitPrice':1");

        assertThat(pay("0", "").status()).isEqualTo(400);
        assertThat(pay("1", ",'cashAccountId':'" + shop.account(1110) + "'")
                        .text("/validationErrors/bankPayment/message"))
                .contains("cashAccountId");
        assertThat(billy.post("/bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':1,'cashSide':'debit','cashAccountId':'%s',
                 'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(shop.account(5710), draft))
                        .status())
                .isEqualTo(422);
        shop.simulator.admin().lockPeriod(shop.keys.organizationId(), LocalDate.parse("2026-12-31"));
        assertThat(pay("1", "").status()).isEqualTo(422);
    }

    @Test
    void voidsAnInvoiceBehindBillysBack() {
        shop.simulator.admin().voidInvoice(shop.keys.organizationId(), invoice);

        var voided = billy.get("/invoices/" + invoice);
        assertThat(voided.text("/invoice/state")).isEqualTo("voided");
        assertThat(voided.json().at("/invoice/balance").toString()).isEqualTo("249");
        assertThat(billy.get("/transactions").json().get("transactions")).hasSize(2);
        assertThat(pay("1", "").status()).isEqualTo(422);
    }
}
