package dk.ordrebro.endtoend.billy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a shop's program does with the key it was given: it talks to the API and sells something. */
final class BillyApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String key;

    BillyApi(URI root, String key) {
        this.root = root;
        this.key = key;
    }

    /** A handled order or two: an approved and paid invoice, a credited one, a draft, a mail, and a call that was refused. */
    void trade() {
        String contact = made("contacts", """
                {'contact':{'name':'Ida Kjær & Søn','countryId':'DK','type':'person','isCustomer':true,'contactNo':'butik:17',
                 'contactPersons':[{'name':'Ida Kjær','email':'ida@example.org','isPrimary':true}]}}""");
        String abroad = made("contacts", """
                {'contact':{'name':'Teehaus GmbH','countryId':'DE','type':'company','registrationNo':'DE123456789'}}""");
        String goods = product("Varer (Indland)", 1110);
        String freight = product("Fragt (Indland)", 1115);
        String paid = invoice(contact, goods, freight, "100417", "'type':'invoice'");
        approve(paid);
        made("bankPayments", """
                {'bankPayment':{'entryDate':'2026-11-24','cashAmount':249,'cashSide':'debit','cashAccountId':'%s',
                 'associations':[{'subjectReference':'invoice:%s'}]}}""".formatted(account(5710), paid));
        String person = get("contactPersons?contactId=" + contact)
                .at("/contactPersons/0/id")
                .asString();
        send("POST", "invoices/" + paid + "/emails", """
                {'email':{'contactPersonId':'%s','emailSubject':'Faktura 1','emailBody':'Tak for din ordre'}}""".formatted(person));
        String credited = invoice(contact, goods, freight, "100418", "'type':'invoice'");
        approve(credited);
        approve(invoice(
                contact, goods, freight, "100418", "'type':'creditNote','creditedInvoiceId':'" + credited + "'"));
        approve(invoice(abroad, goods, freight, "100419", "'type':'invoice','currencyId':'EUR'"));
        invoice(contact, goods, freight, "100420", "'type':'invoice'");
        send("POST", "invoices", "{'invoice':{'entryDate':'2026-11-23'}}");
    }

    private String invoice(String contact, String goods, String freight, String order, String more) {
        return made("invoices", """
                {'invoice':{%s,'contactId':'%s','entryDate':'2026-11-23','taxMode':'excl','orderNo':'%s','externalId':'butik:%s',
                 'contactMessage':'Ordre %s','lines':[
                  {'productId':'%s','description':'SKU 88-12, blå','quantity':2,'unitPrice':80},
                  {'productId':'%s','description':'GLS pakkeshop','unitPrice':39.2}]}}""".formatted(more, contact, order, order, order, goods, freight));
    }

    private String product(String name, int account) {
        return made("products", "{'product':{'name':'%s','accountId':'%s'}}".formatted(name, account(account)));
    }

    private String account(int number) {
        return get("accounts?accountNo=" + number).at("/accounts/0/id").asString();
    }

    private void approve(String invoice) {
        send("PUT", "invoices/" + invoice, "{'invoice':{'state':'approved'}}");
    }

    private String made(String plural, String body) {
        JsonNode answer = send("POST", plural, body);
        return answer.at("/" + plural + "/0/id").asString();
    }

    private JsonNode get(String path) {
        return send("GET", path, "");
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(root + "/" + path))
                .header("X-Access-Token", key)
                .header("Accept-Language", "da_DK")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
