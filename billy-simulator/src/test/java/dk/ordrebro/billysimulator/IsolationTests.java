package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.books.Billy;
import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Verb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class IsolationTests {

    private static final List<String> SHARED = List.of(
            "countries", "countryGroups", "currencies", "locales", "cities", "states", "zipcodes", "accountNatures");
    /** Banks are not simulated. */
    private static final List<String> NEVER_FILLED = List.of("bankLines");

    private static final Shop OURS = Shop.open();
    private static final Shop THEIRS = Shop.in(OURS.simulator);

    @BeforeAll
    static void trade() {
        OURS.billy.create("contactPersons", "{'contactPerson':{'contactId':'" + OURS.contact + "','name':'Ida'}}");
        OURS.billy.create(
                "productPrices",
                "{'productPrice':{'productId':'" + OURS.product + "','unitPrice':1,'currencyId':'DKK'}}");
        String id = OURS.draft("'unitPrice':80");
        OURS.approve(id);
        OURS.billy.create("bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':500,'cashSide':'debit','cashAccountId':'%s',
                 'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(OURS.account(5710), id));
        OURS.billy
                .with("X-Filename", "a.png")
                .with("x-create-attachment", "true")
                .raw("POST", "/files", "png".getBytes(StandardCharsets.UTF_8));
        String unpaid = OURS.draft("'unitPrice':80");
        OURS.approve(unpaid);
        OURS.billy.create("invoiceReminders", """
                {'invoiceReminder':{'contactId':'%s','flatFee':100,'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(OURS.contact, unpaid));
        OURS.billy.create("daybooks", "{'daybook':{'name':'Kasse'}}");
        OURS.billy.create("daybookTransactions", """
                {'daybookTransaction':{'entryDate':'2026-11-23','lines':[
                  {'accountId':'%s','contraAccountId':'%s','amount':1,'side':'debit'}]}}""".formatted(OURS.account(5710), OURS.account(1110)));
    }

    @AfterAll
    static void close() {
        OURS.close();
    }

    static List<String> resources() {
        return Billy.resources().all().stream()
                .filter(resource -> resource.allows(Verb.LIST))
                .map(resource -> resource.schema().plural())
                .filter(plural -> !SHARED.contains(plural) && !NEVER_FILLED.contains(plural))
                .toList();
    }

    private static String parent(String plural) {
        return switch (plural) {
            case "contactPersons" -> "?contactId=" + OURS.contact;
            case "salesTaxRules" -> "?rulesetId=" + OURS.ruleset("Normalt salg af varer");
            default -> "";
        };
    }

    private static String rows(String plural) {
        return OURS.billy.get("/" + plural + parent(plural)).json().get(plural).toString();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void keepsOneCompanysRecordsFromTheKeyOfAnother(String plural) {
        Resource resource = Billy.resources().all().stream()
                .filter(one -> one.schema().plural().equals(plural))
                .findAny()
                .orElseThrow();
        String before = rows(plural);
        JsonNode ours = OURS.billy.get("/" + plural + parent(plural)).json().get(plural);
        assertThat(ours).isNotEmpty();

        for (JsonNode row : ours) {
            String path = "/" + plural + "/" + row.get("id").asString();
            assertThat(THEIRS.billy.get(path).status()).isEqualTo(404);
            assertThat(THEIRS.billy
                            .put(path, "{'" + resource.schema().singular() + "':{'name':'stjålet'}}")
                            .status())
                    .isIn(404, 405);
            assertThat(THEIRS.billy.delete(path).status()).isEqualTo(resource.allows(Verb.DELETE) ? 200 : 405);
        }

        assertThat(rows(plural)).isEqualTo(before);
        String seen = THEIRS.billy
                .get("/" + plural + parent(plural) + (parent(plural).isEmpty() ? "?" : "&") + "include=invoice.contact")
                .json()
                .toString();
        ours.forEach(row -> assertThat(seen).doesNotContain(row.get("id").asString()));
    }

    @Test
    void keepsTheRoutesThatAreNoListToTheirCompany() {
        String invoice = OURS.billy.get("/invoices?state=approved").text("/invoices/0/id");
        String theirs = THEIRS.keys.organizationId();

        assertThat(THEIRS.billy.get("/organization").text("/organization/id")).isEqualTo(theirs);
        assertThat(THEIRS.billy
                        .post("/invoices/" + invoice + "/emails", "{'email':{'contactPersonId':'x'}}")
                        .status())
                .isEqualTo(404);
        assertThat(THEIRS.billy
                        .post("/invoiceReminders", """
                        {'invoiceReminder':{'contactId':'%s','associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(THEIRS.contact, invoice))
                        .status())
                .isEqualTo(422);
        assertThat(THEIRS.billy
                        .get("/invoices?organizationId=" + OURS.keys.organizationId())
                        .status())
                .isEqualTo(403);
        assertThat(OURS.simulator.admin().outbox(theirs)).isEmpty();
    }
}
