package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SideResourceTests {

    private final Shop shop = Shop.open();
    private final BillyClient billy = shop.billy;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void putsEmailsInTheOutbox() {
        String person = billy.create(
                "contactPersons", "{'contactPerson':{'contactId':'" + shop.contact + "','email':'ida@example.org'}}");
        String id = shop.draft("'unitPrice':80");
        String email = "{'email':{'contactPersonId':'" + person + "','emailSubject':'Faktura','emailBody':'Hej'}}";
        var draft = billy.post("/invoices/" + id + "/emails", email);
        shop.approve(id);

        var sent = billy.post("/invoices/" + id + "/emails", email);

        assertThat(draft.status()).isEqualTo(422);
        assertThat(sent.text("/invoices/0/sentState")).isEqualTo("sent");
        assertThat(sent.json().has("sentEmails")).isFalse();
        assertThat(shop.simulator.admin().outbox(shop.keys.organizationId()))
                .singleElement()
                .satisfies(one -> assertThat(one.recipient()).isEqualTo("ida@example.org"));
        assertThat(billy.post("/invoices/" + id + "/emails", "{'email':{}}").status())
                .isEqualTo(400);
        assertThat(billy.get("/invoices/" + id + "/emails").status()).isEqualTo(405);
    }

    @Test
    void takesFilesAndTiesThemToInvoices() {
        BillyClient uploader = billy.with("X-Filename", "bilag.pdf").with("x-create-attachment", "true");
        byte[] pdf = "%PDF-1.4 not really".getBytes(StandardCharsets.UTF_8);
        var uploaded =
                new JsonMapper().readTree(uploader.raw("POST", "/files", pdf).body());
        String attachment = uploaded.at("/attachments/0/id").asString();
        String id = shop.draft("'unitPrice':80");

        billy.put("/invoices/" + id, "{'invoice':{'attachmentIds':[{'id':'" + attachment + "'}]}}");

        assertThat(uploaded.at("/files/0/fileName").asString()).isEqualTo("bilag.pdf");
        assertThat(uploaded.at("/files/0").has("content")).isFalse();
        assertThat(billy.get("/attachments?ownerReference=invoice:" + id).text("/attachments/0/id"))
                .isEqualTo(attachment);
        assertThat(billy.with("X-Filename", "x.exe").raw("POST", "/files", pdf).statusCode())
                .isEqualTo(422);
        String file = uploaded.at("/files/0/id").asString();
        assertThat(billy.delete("/files/" + file).status()).isEqualTo(405);
        assertThat(billy.put("/files/" + file, "{'file':{}}").status()).isEqualTo(405);
    }

    @Test
    void postsADaybookEntryThatBalances() {
        String daybook = billy.create("daybooks", "{'daybook':{'name':'Kassekladde'}}");
        String lines = """
                {'daybookTransaction':{'daybookId':'%s','entryDate':'2026-11-23','state':'approved','apiType':'shop:1','lines':[
                 {'accountId':'%s','amount':125,'side':'credit','taxRateId':'%s'},
                 {'accountId':'%s','amount':%s,'side':'debit'}]}}""";
        String rate = billy.get("/accounts?accountNo=1110").text("/accounts/0/taxRateId");

        var off = billy.post(
                "/daybookTransactions", lines.formatted(daybook, shop.account(1110), rate, shop.account(5710), "124"));
        var on = billy.post(
                "/daybookTransactions", lines.formatted(daybook, shop.account(1110), rate, shop.account(5710), "125"));

        assertThat(off.status()).isEqualTo(422);
        assertThat(on.json().get("postings")).hasSize(3);
        assertThat(billy.get("/daybookTransactions?apiType=shop:1").json().get("daybookTransactions"))
                .hasSize(1);
        assertThat(billy.delete("/daybookTransactions/" + on.text("/daybookTransactions/0/id"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changesSettingsOfTheOrganization() {
        var changed = billy.put(
                "/organizations/" + shop.keys.organizationId(),
                "{'organization':{'defaultTaxMode':'incl','fiscalLockingDate':'2026-01-31','isTrial':true}}");

        assertThat(changed.text("/organizations/0/defaultTaxMode")).isEqualTo("incl");
        assertThat(changed.json().at("/organizations/0/isTrial").booleanValue()).isFalse();
        assertThat(billy.get("/organizations").json().get("organizations")).hasSize(1);
        assertThat(billy.post("/organizations", "{'organization':{'name':'Ny','countryId':'DK'}}")
                        .status())
                .isEqualTo(403);
        assertThat(billy.delete("/organizations/" + shop.keys.organizationId()).status())
                .isEqualTo(405);
    }

    @Test
    void deletesSeveralOrNone() {
        String one = shop.contact("DK", "person");
        String two = shop.contact("DK", "person");
        shop.draft("'unitPrice':1");

        var blocked = billy.delete("/contacts?ids[]=" + one + "&ids[]=" + shop.contact);
        int afterRefusal = billy.get("/contacts/" + one).status();
        var gone = billy.delete("/contacts?ids[]=" + one + "&ids[]=" + two);

        assertThat(blocked.status()).isEqualTo(422);
        assertThat(afterRefusal).isEqualTo(200);
        assertThat(gone.json().at("/meta/deletedRecords/contacts")).hasSize(2);
        assertThat(billy.get("/contacts").json().at("/meta/paging/total").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "countries, name",
        "currencies, exchangeRate",
        "locales, name",
        "cities, countryId",
        "zipcodes, cityId",
        "countryGroups, memberCountryIds",
        "accountNatures, normalBalance"
    })
    void listsReferenceData(String plural, String key) {
        var list = billy.get("/" + plural);

        assertThat(list.json().at("/" + plural + "/0").hasNonNull(key)).isTrue();
        assertThat(billy.post("/" + plural, "{}").status()).isEqualTo(405);
        assertThat(billy.get("/" + plural + "/" + list.text("/" + plural + "/0/id"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /bankAccounts, 405", "GET, /recurringInvoices, 404", "GET, /reports, 404", "GET, /taxRulesets, 404",
        "GET, /user/organizations, 404", "POST, /contacts/bulk, 405", "PUT, /postings/bulk, 405",
                "DELETE, /transactions/x, 200",
        "PUT, /balanceModifiers/x, 405", "PATCH, /contacts, 405"
    })
    void closesWhatBillyCloses(String method, String path, int status) {
        assertThat(billy.send(method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void keepsTheLinesOfADraftThroughTheirOwnRoute() {
        String id = shop.draft("'unitPrice':80");
        String line = "{'invoiceLine':{'invoiceId':'" + id + "','productId':'" + shop.product + "','unitPrice':20}}";
        var added = billy.post("/invoiceLines", line);
        String lineId = added.text("/invoiceLines/0/id");
        var changed = billy.put("/invoiceLines/" + lineId, "{'invoiceLine':{'quantity':2}}");
        var deleted = billy.delete("/invoiceLines/" + lineId);
        shop.approve(id);

        assertThat(added.json().at("/invoices/0/grossAmount").toString()).isEqualTo("125");
        assertThat(changed.json().at("/invoices/0/grossAmount").toString()).isEqualTo("150");
        assertThat(deleted.json().at("/invoices/0/grossAmount").toString()).isEqualTo("100");
        assertThat(billy.post("/invoiceLines", line).status()).isEqualTo(422);
    }

    @Test
    void remindsOfUnpaidInvoicesAndKeepsTheFees() {
        String invoice = shop.draft("'unitPrice':80");
        shop.approve(invoice);
        String person = billy.create(
                "contactPersons", "{'contactPerson':{'contactId':'" + shop.contact + "','email':'ida@example.org'}}");

        var made = billy.post("/invoiceReminders", """
                {'invoiceReminder':{'contactId':'%s','flatFee':100,'feeCurrencyId':'DKK','sendEmail':true,'contactPersonId':'%s',
                 'emailSubject':'Rykker','emailBody':'Husk os','associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(shop.contact, person, invoice));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().at("/invoiceLateFees/0/flatFee").intValue()).isEqualTo(100);
        assertThat(billy.get("/invoices/" + invoice + "?include=invoice.lateFees:embed")
                        .json()
                        .at("/invoice/lateFees"))
                .hasSize(1);
        assertThat(shop.simulator.admin().outbox(shop.keys.organizationId()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipient()).isEqualTo("ida@example.org"));
        assertThat(billy.get("/invoiceReminders").status()).isEqualTo(405);
    }

    @Test
    void refusesAReminderOfWhatNobodyOwes() {
        String draft = shop.draft("'unitPrice':80");
        String body = "{'invoiceReminder':{'contactId':'%s','associations':[{'subjectReference':'%s'}]}}";

        assertThat(billy.post("/invoiceReminders", body.formatted(shop.contact, "invoice:" + draft))
                        .status())
                .isEqualTo(422);
        assertThat(billy.post("/invoiceReminders", body.formatted(shop.contact, "bill:1"))
                        .status())
                .isEqualTo(422);
        assertThat(billy.post("/invoiceReminders", "{'invoiceReminder':{'contactId':'" + shop.contact + "'}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void demandsTheAccountOfBankLines() {
        assertThat(billy.get("/bankLines").status()).isEqualTo(400);
        assertThat(billy.get("/bankLines?accountId=" + shop.account(5710))
                        .json()
                        .at("/bankLines"))
                .isEmpty();
    }
}
