package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Switch;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each switch turns one behaviour round, and off it is as the evidence page says. */
class SwitchTests {

    private static final int RATE_LIMIT_IS_A_FAULT = 12;
    private static final String LINE = "'unitPrice':80";
    private static final LocalDate LOCKED = LocalDate.of(2020, 12, 31);

    private static Shop shop(Set<Switch> on) {
        return Shop.open(NewCompany.named("Kontakt").lockedUntil(LOCKED).withSwitches(on));
    }

    @ParameterizedTest
    @EnumSource
    void turnsItsBehaviourRound(Switch one) {
        try (Shop plain = shop(Set.of());
                Shop turned = shop(Set.of(one))) {
            assertThat(isOtherWay(one, plain)).as("off").isFalse();
            assertThat(isOtherWay(one, turned)).as("on").isTrue();
        }
    }

    @Test
    void leavesNoOpenQuestionWithoutItsOtherWay() {
        assertThat(Arrays.stream(Switch.values())
                        .map(Switch::question)
                        .filter(number -> number > 0)
                        .distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 23)
                        .filter(number -> number != RATE_LIMIT_IS_A_FAULT)
                        .boxed()
                        .toList());
    }

    private static boolean isOtherWay(Switch one, Shop shop) {
        BillyClient billy = shop.billy;
        return switch (one) {
            case OLD_CREDIT_NOTE_WORD -> {
                var answer = billy.post("/invoices", shop.invoice(",'type':'credit_note'", LINE));
                var usual = billy.post("/invoices", shop.invoice(",'type':'creditNote'", LINE));
                yield answer.text("/invoices/0/type").equals("credit_note") && usual.status() == 400;
            }
            case SINGULAR_PUT_ANSWER -> {
                var answer = billy.put("/invoices/" + shop.draft(LINE), "{'invoice':{'contactMessage':'x'}}");
                yield answer.json().has("invoice") && !answer.json().has("invoices");
            }
            case REFUSE_ORGANIZATION_ID ->
                billy.get("/invoices?organizationId=" + shop.keys.organizationId())
                                .status()
                        == 403;
            case NUMBER_AT_CREATION ->
                billy.get("/invoices/" + shop.draft(LINE))
                        .text("/invoice/invoiceNo")
                        .equals("1");
            case REFUSE_LINE_REPLACEMENT ->
                billy.put(
                                        "/invoices/" + shop.draft(LINE),
                                        "{'invoice':{'lines':[{'productId':'" + shop.product + "'," + LINE + "}]}}")
                                .status()
                        == 422;
            case REFUSE_WITH_422 -> {
                var answer = billy.post("/contacts", "{'contact':{}}");
                yield answer.status() == 422 && !answer.json().has("validationErrors");
            }
            case DELETE_APPROVED -> {
                String id = approved(shop);
                yield billy.delete("/invoices/" + id).status() == 200
                        && billy.get("/invoices/" + id).status() == 404
                        && isBalanced(billy);
            }
            case VOID_THROUGH_API -> {
                String id = approved(shop);
                var answer = billy.put("/invoices/" + id, "{'invoice':{'state':'voided'}}");
                yield answer.status() == 200
                        && billy.get("/invoices/" + id).text("/invoice/state").equals("voided")
                        && isBalanced(billy);
            }
            case CREDIT_LEAVES_BALANCE -> {
                String id = approved(shop);
                shop.approve(billy.create(
                        "invoices", shop.invoice(",'type':'creditNote','creditedInvoiceId':'" + id + "'", LINE)));
                yield billy.get("/invoices/" + id).text("/invoice/balance").equals("100");
            }
            case LOCKED_PERIOD_OPEN ->
                billy.post("/invoices", shop.invoice("", LINE).replace("2026-11-23", LOCKED.toString()))
                                .status()
                        == 200;
            case VAT_PER_LINE ->
                billy.post("/invoices", shop.invoice(",'taxMode':'incl'", "'unitPrice':0.03", "'unitPrice':0.03"))
                        .text("/invoices/0/tax")
                        .equals("0.02");
            case VAT_PER_RATE -> vatOfTwoRates(shop).equals("3");
            case FORGET_EXTERNAL_ID ->
                billy.post("/invoices", shop.invoice(",'externalId':'a:1'", LINE))
                        .json()
                        .at("/invoices/0/externalId")
                        .isNull();
            case REFUSE_UNKNOWN_FILTERS ->
                billy.get("/invoices?nonsense=1").status() == 400
                        && billy.get("/invoices?page=1&state=draft").status() == 200;
            case WRONG_FILTER_IS_404 -> billy.get("/invoices?state=paid").status() == 404;
            case NO_DEFAULT_RULESET -> {
                String product = billy.create("products", "{'product':{'name':'Uden'}}");
                yield billy.post("/invoices", shop.invoice("", LINE).replace(shop.product, product))
                        .text("/invoices/0/tax")
                        .equals("0");
            }
            case DELETE_CONTACTS_IN_USE -> {
                shop.draft(LINE);
                yield billy.delete("/contacts/" + shop.contact).status() == 200;
            }
            case SHORT_TEXTS ->
                billy.post("/invoices", shop.invoice(",'contactMessage':'" + "x".repeat(256) + "'", LINE))
                                .status()
                        == 400;
            case LOCAL_TIME -> {
                String made = billy.get("/invoices/" + shop.draft(LINE)).text("/invoice/createdTime");
                var utc = LocalDateTime.ofInstant(Shop.CLOCK.instant(), ZoneOffset.UTC);
                yield Duration.between(utc, LocalDateTime.parse(made)).toMinutes() >= 59;
            }
            case TERMS_NET_ONLY ->
                billy.post("/invoices", shop.invoice(",'paymentTermsMode':'netEndOfMonth'", LINE))
                                .status()
                        == 400;
            case EXEMPTION_WITHOUT_EFFECT -> {
                billy.put("/contacts/" + shop.contact, "{'contact':{'isSalesTaxExempt':true}}");
                yield billy.post("/invoices", shop.invoice("", LINE))
                        .text("/invoices/0/tax")
                        .equals("20");
            }
            case EMPTY_EMAIL_ANSWER -> {
                String person = billy.create(
                        "contactPersons",
                        "{'contactPerson':{'contactId':'" + shop.contact + "','email':'a@example.org'}}");
                var answer = billy.post("/invoices/" + approved(shop) + "/emails", """
                        {'email':{'contactPersonId':'%s','emailSubject':'Hej','emailBody':'Se her'}}""".formatted(person));
                yield answer.status() == 200 && !answer.json().has("invoices");
            }
            case RUMOURED_ROUTES -> billy.get("/webhooks").status() == 200;
            case REFUSE_NEGATIVE_LINES ->
                billy.post("/invoices", shop.invoice("", "'unitPrice':-1")).status() == 400;
        };
    }

    /** Billy's own vector: 100.20 at 1 % and 100.20 at 2 % are 3.006 together, and 1.00 and 2.00 each by itself. */
    private static String vatOfTwoRates(Shop shop) {
        return shop.billy
                .post(
                        "/invoices",
                        shop.invoice(
                                        "",
                                        "'unitPrice':100.2",
                                        "'unitPrice':100.2,'productId':'" + productAt(shop, "0.02") + "'")
                                .replaceFirst(
                                        "'productId':'" + shop.product + "'",
                                        "'productId':'" + productAt(shop, "0.01") + "'"))
                .text("/invoices/0/tax");
    }

    private static String productAt(Shop shop, String rate) {
        String id = shop.billy.create(
                "taxRates", "{'taxRate':{'name':'%s','rate':%s,'appliesToSales':true}}".formatted(rate, rate));
        String ruleset = shop.billy.create(
                "salesTaxRulesets", "{'salesTaxRuleset':{'name':'%s','fallbackTaxRateId':'%s'}}".formatted(rate, id));
        return shop.billy.create("products", "{'product':{'name':'P','salesTaxRulesetId':'" + ruleset + "'}}");
    }

    private static String approved(Shop shop) {
        String id = shop.draft(LINE);
        assertThat(shop.approve(id).status()).isEqualTo(200);
        return id;
    }

    private static boolean isBalanced(BillyClient billy) {
        var sum = java.math.BigDecimal.ZERO;
        for (var posting : billy.get("/postings").json().get("postings")) {
            var amount = posting.get("amount").decimalValue();
            sum = posting.get("side").asString().equals("debit") ? sum.add(amount) : sum.subtract(amount);
        }
        return sum.signum() == 0;
    }
}
