package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiTests {

    private static final Shop SHOP = Shop.open();
    private static final BillyClient BILLY = SHOP.billy;
    private static final BillyClient STRANGER = BillyClient.stranger(SHOP.simulator);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void refusesABadBodyBeforeTheKey() {
        assertThat(STRANGER.post("/invoices", "[]").text("/errorCode")).isEqualTo("INVALID_REQUEST_BODY");
        assertThat(STRANGER.post("/invoices", "{'invoice':").status()).isEqualTo(400);
        assertThat(STRANGER.post("/invoices", "{}").status()).isEqualTo(401);
    }

    @Test
    void tellsMissingKeysFromUnknownOnes() {
        var garbage = STRANGER.with("X-Access-Token", "nonsense");

        assertThat(STRANGER.get("/invoices").text("/errorCode")).isEqualTo("AUTHENTICATION_REQUIRED");
        assertThat(garbage.get("/invoices").text("/errorCode")).isEqualTo("OAUTH_INVALID_ACCESS_TOKEN");
        assertThat(garbage.get("/nothing").status()).isEqualTo(401);
        assertThat(STRANGER.get("/nothing").text("/errorCode")).isEqualTo("UNKNOWN_RESOURCE");
        assertThat(STRANGER.delete("/invoices/nothing").status()).isEqualTo(200);
        assertThat(STRANGER.delete("/contacts/" + SHOP.contact).status()).isEqualTo(401);
    }

    @Test
    void answersUnknownAndClosedRoutes() {
        assertThat(BILLY.get("/webhooks").status()).isEqualTo(404);
        assertThat(BILLY.get("/invoices/x/y/z").status()).isEqualTo(404);
        assertThat(BILLY.post("/postings", "{'posting':{}}").status()).isEqualTo(405);
        assertThat(BILLY.put("/organization", "{'organization':{}}").status()).isEqualTo(405);
        assertThat(BILLY.delete("/invoices").text("/errorCode")).isEqualTo("INVALID_DELETE_ID_ARRAY");
        var missing = BILLY.get("/contacts/3XxAyGfsQ2aVtK1nR0bLwg");
        assertThat(missing.text("/errorCode")).isEqualTo("RECORD_NOT_FOUND");
        assertThat(missing.text("/errorMessage"))
                .isEqualTo("No `contact` record with id `3XxAyGfsQ2aVtK1nR0bLwg` was found.");
    }

    @Test
    void showsTheOrganizationOfTheKey() {
        var answer = BILLY.get("/organization/");

        assertThat(answer.text("/organization/id")).isEqualTo(SHOP.keys.organizationId());
        assertThat(answer.text("/organization/invoiceNoMode")).isEqualTo("sequential");
        assertThat(answer.json().at("/meta/statusCode").intValue()).isEqualTo(200);
        assertThat(answer.json().at("/meta/success").booleanValue()).isTrue();
        assertThat(answer.json().at("/meta/time").isNumber()).isTrue();
        assertThat(answer.json().at("/organization").has("switches")).isFalse();
    }

    @Test
    void hasTheChartOfAFreshDanishCompany() {
        var accounts = BILLY.get("/accounts?include=account.group,account.nature:embed");

        assertThat(accounts.json().at("/meta/paging/total").intValue()).isEqualTo(89);
        assertThat(accounts.json().get("accountGroups")).hasSize(19);
        assertThat(accounts.text("/accounts/0/name")).isEqualTo("Afregnet moms");
        assertThat(accounts.json().at("/accounts/0/nature/reportType").asString())
                .isEqualTo("balanceSheet");
        assertThat(BILLY.get("/taxRates").json().get("taxRates")).hasSize(10);
    }

    @Test
    void embedsAndSideloads() {
        var embedded = BILLY.get("/salesTaxRulesets?include=salesTaxRuleset.rules:embed");
        var sideloaded = BILLY.get("/salesTaxRulesets?include=salesTaxRuleset.rules");

        assertThat(embedded.json().at("/salesTaxRulesets/0/rules")).hasSize(3);
        assertThat(sideloaded.json().at("/salesTaxRulesets/0/ruleIds")).hasSize(3);
        assertThat(sideloaded.json().get("salesTaxRules")).hasSize(6);
        assertThat(BILLY.get("/salesTaxRules").status()).isEqualTo(400);
        assertThat(BILLY.get("/salesTaxRules?rulesetId=" + SHOP.ruleset("Momsfrit"))
                        .json()
                        .get("salesTaxRules"))
                .isEmpty();
    }

    @Test
    void keepsContactPersonsAndPricesWithTheirParents() {
        var contact = BILLY.post("/contacts", """
                {'contact':{'name':'Æblehaven ApS','countryId':'DK','contactNo':'K-1',
                 'contactPersons':[{'name':'Ida','email':'ida@example.org','isPrimary':true},{'email':'bo@example.org'}]}}""");
        String id = contact.text("/contacts/0/id");
        var replaced = BILLY.put("/contacts/" + id, "{'contact':{'contactPersons':[{'name':'Kaj'}]}}");
        var product =
                BILLY.post("/products", "{'product':{'name':'P','prices':[{'unitPrice':80,'currencyId':'DKK'}]}}");

        assertThat(contact.json().get("contactPersons")).hasSize(2);
        assertThat(contact.text("/contacts/0/street")).isEmpty();
        assertThat(replaced.json().at("/meta/deletedRecords/contactPersons")).hasSize(2);
        assertThat(BILLY.get("/contactPersons?contactId=" + id).text("/contactPersons/0/name"))
                .isEqualTo("Kaj");
        assertThat(BILLY.get("/contacts?contactNo=K-1").json().get("contacts")).hasSize(1);
        assertThat(BILLY.get("/products/" + product.text("/products/0/id") + "?include=product.prices:embed")
                        .json()
                        .at("/product/prices/0/unitPrice")
                        .toString())
                .isEqualTo("80");
    }

    @Test
    void saysWhatIsMissingInTheLanguageAskedFor() {
        var english = BILLY.post("/contacts", "{'contact':{'type':'alien'}}");
        var danish = BILLY.with("Accept-Language", "da_DK").post("/contacts", "{'contact':{'name':''}}");

        assertThat(english.text("/errorMessage")).isEqualTo("Invalid record");
        assertThat(english.text("/validationErrors/contact/message")).contains("type must be one of company, person");
        assertThat(danish.text("/validationErrors/contact/message"))
                .isEqualTo("name skal udfyldes, countryId skal udfyldes.");
    }

    @Test
    void refusesRelationsIntoAnotherCompany() {
        Shop neighbour = Shop.in(SHOP.simulator);

        assertThat(neighbour.billy.get("/contacts/" + SHOP.contact).status()).isEqualTo(404);
        assertThat(neighbour
                        .billy
                        .get("/invoices?organizationId=" + SHOP.keys.organizationId())
                        .status())
                .isEqualTo(403);
        assertThat(BILLY.post("/invoices", SHOP.invoice("", "'unitPrice':1").replace(SHOP.contact, neighbour.contact))
                        .text("/validationErrors/invoice/message"))
                .contains("contactId");
        assertThat(BILLY.post(
                                "/contacts",
                                "{'contact':{'name':'X','countryId':'DK','organizationId':'"
                                        + neighbour.keys.organizationId() + "'}}")
                        .status())
                .isEqualTo(400);
    }
}
