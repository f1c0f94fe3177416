package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import tools.jackson.databind.JsonNode;

/** Whatever is sold, paid, credited and voided: the books balance and every balance can be explained. */
class BooksProperties {

    private static final Shop SHOP = Shop.open();
    private static final BillyClient BILLY = SHOP.billy;
    private static final String FREE = SHOP.product("Gavekort", "Momsfrit");
    private static final String BUSINESS = SHOP.contact("DE", "company");

    @AfterContainer
    static void close() {
        SHOP.close();
    }

    @Provide
    Arbitrary<String> line() {
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("5000"))
                .ofScale(3);
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.5"), new BigDecimal("12"))
                .ofScale(1);
        Arbitrary<String> discount = Arbitraries.of(
                "", ",'discountMode':'percent','discountValue':12.5", ",'discountMode':'percent','discountValue':100");
        Arbitrary<String> product = Arbitraries.of(SHOP.product, FREE);
        return Combinators.combine(price, quantity, discount, product)
                .as((p, q, d, id) -> "'unitPrice':%s,'quantity':%s%s,'productId':'%s'".formatted(p, q, d, id));
    }

    @Provide
    Arbitrary<String> header() {
        return Combinators.combine(
                        Arbitraries.of("", ",'currencyId':'EUR','exchangeRate':7.4613", ",'currencyId':'SEK'"),
                        Arbitraries.of("incl", "excl"),
                        Arbitraries.of(SHOP.contact, BUSINESS))
                .as((currency, mode, contact) -> currency + ",'taxMode':'" + mode + "','contactId':'" + contact + "'");
    }

    @Property(tries = 60)
    void balances(
            @ForAll("header") String header,
            @ForAll("line") String first,
            @ForAll("line") String second,
            @ForAll boolean voided) {
        String id = BILLY.create("invoices", SHOP.invoice(header, first, second));
        JsonNode approved = SHOP.approve(id).json();

        assertThat(sum(approved.at("/invoices/0"), "amount").add(sum(approved.at("/invoices/0"), "tax")))
                .isEqualByComparingTo(sum(approved.at("/invoices/0"), "grossAmount"));
        explainsItsTotals(id);
        if (sum(approved.at("/invoices/0"), "grossAmount").signum() > 0) {
            pay(id, header.contains("currencyId"), voided);
        }
        credit(id, header, first);
        allPostingsBalance();
        explainsItsBalance(id);
    }

    private static void pay(String id, boolean foreign, boolean voided) {
        String rate = foreign ? ",'cashExchangeRate':7.5" : "";
        String payment = BILLY.create("bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':100,'cashSide':'debit','cashAccountId':'%s'%s,
                 'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(SHOP.account(5710), rate, id));
        if (voided) {
            BILLY.put("/bankPayments/" + payment, "{'bankPayment':{'isVoided':true}}");
        }
    }

    private static void credit(String id, String header, String line) {
        String note = BILLY.create(
                "invoices", SHOP.invoice(header + ",'type':'creditNote','creditedInvoiceId':'" + id + "'", line));
        assertThat(SHOP.approve(note).status()).isEqualTo(200);
        explainsItsBalance(note);
    }

    private static void explainsItsTotals(String id) {
        JsonNode invoice = BILLY.get("/invoices/" + id + "?include=invoice.lines:embed")
                .json()
                .get("invoice");
        BigDecimal lines = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (JsonNode line : invoice.get("lines")) {
            lines = lines.add(sum(line, "amount"));
            tax = tax.add(sum(line, "tax"));
        }
        // each line shows ten decimals of its tax, and the document rounds their sum once
        tax = tax.setScale(8, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP);
        boolean including = invoice.get("taxMode").asString().equals("incl");
        assertThat(sum(invoice, "grossAmount")).isEqualByComparingTo(including ? lines : lines.add(tax));
        assertThat(sum(invoice, "tax")).isEqualByComparingTo(tax);
    }

    private static void explainsItsBalance(String id) {
        JsonNode invoice = BILLY.get("/invoices/" + id + "?include=invoice.balanceModifiers:embed")
                .json()
                .get("invoice");
        BigDecimal expected = sum(invoice, "grossAmount");
        for (JsonNode modifier : invoice.get("balanceModifiers")) {
            expected = modifier.get("isVoided").booleanValue() ? expected : expected.add(sum(modifier, "amount"));
        }
        assertThat(sum(invoice, "balance")).isEqualByComparingTo(expected);
        assertThat(sum(invoice, "balance").signum()).isNotNegative();
    }

    private static void allPostingsBalance() {
        JsonNode transactions = BILLY.get(
                        "/transactions?include=transaction.postings:embed&sortProperty=transactionNo&sortDirection=DESC&pageSize=5")
                .json()
                .get("transactions");
        for (JsonNode transaction : transactions) {
            BigDecimal off = BigDecimal.ZERO;
            for (JsonNode posting : transaction.get("postings")) {
                assertThat(sum(posting, "amount").signum()).isPositive();
                BigDecimal amount = sum(posting, "amount");
                off = List.of("debit").contains(posting.get("side").asString())
                        ? off.add(amount)
                        : off.subtract(amount);
            }
            assertThat(off).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    private static BigDecimal sum(JsonNode record, String key) {
        return record.get(key).decimalValue();
    }
}
