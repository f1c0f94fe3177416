package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatChoiceTests {

    private final Shop shop = Shop.open();
    private final BillyClient billy = shop.billy;

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DK, person, Normalt salg af varer, S25, 20",
        "DK, company, Normalt salg af varer, S25, 20",
        "DE, person, Normalt salg af varer, S25, 20",
        "DE, company, Normalt salg af varer, SEG, 0",
        "DE, company, Normalt salg af ydelser, SES, 0",
        "NO, person, Normalt salg af varer, SW, 0",
        "GB, company, Normalt salg af varer, SW, 0",
    })
    void picksTheRateByCountryGroupAndType(String country, String type, String ruleset, String rate, String tax) {
        var answer = lineFor(shop.contact(country, type), shop.product("P", ruleset));

        String rateId = answer.text("/invoiceLines/0/taxRateId");
        assertThat(billy.get("/taxRates/" + rateId).text("/taxRate/abbreviation"))
                .isEqualTo(rate);
        assertThat(answer.json().at("/invoiceLines/0/tax").toString()).isEqualTo(tax);
    }

    private BillyClient.Answer lineFor(String contact, String product) {
        return billy.post("/invoices", """
                {'invoice':{'contactId':'%s','entryDate':'2026-11-23','lines':[{'productId':'%s','unitPrice':80}]}}""".formatted(contact, product));
    }

    @Test
    void takesNoTaxWhereTheRulesetHasNone() {
        var answer = lineFor(shop.contact, shop.product("Gavekort", "Momsfrit"));

        assertThat(answer.json().at("/invoiceLines/0/taxRateId").isNull()).isTrue();
        assertThat(answer.json().at("/invoices/0/tax").toString()).isEqualTo("0");
    }

    @Test
    void asksTheRulesByPriorityNotByAge() {
        String fifth = billy.create("taxRates", "{'taxRate':{'name':'Fem','rate':0.05,'appliesToSales':true}}");
        String tenth = billy.create("taxRates", "{'taxRate':{'name':'Ti','rate':'0.10','appliesToSales':true}}");
        String ruleset = billy.create("salesTaxRulesets", """
                {'salesTaxRuleset':{'name':'Eget','rules':[
                  {'countryId':'DK','taxRateId':'%s','priority':2},
                  {'contactType':'person','taxRateId':'%s','priority':1}]}}""".formatted(fifth, tenth));
        String product = billy.create("products", "{'product':{'name':'P','salesTaxRulesetId':'" + ruleset + "'}}");

        var answer = lineFor(shop.contact, product);

        assertThat(answer.json().at("/invoices/0/tax").toString()).isEqualTo("8");
    }

    @Test
    void fallsBackToTheOrganizationsRuleset() {
        String product = billy.create("products", "{'product':{'name':'P'}}");

        assertThat(lineFor(shop.contact, product).json().at("/invoices/0/tax").toString())
                .isEqualTo("20");
    }
}
