package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminDoorTests {

    private final BillySimulator simulator = BillySimulator.start(SimulatorOptions.ephemeral());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        simulator.close();
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(simulator.baseUri().resolve("/admin" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return new JsonMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void makesACompanyThatItsKeyOpens() throws Exception {
        JsonNode made = call("POST", "/companies", """
                {'name':'Æblehaven','currency':'EUR','invoiceNoMode':'manual','fiscalLockingDate':'2026-01-31','hasVat':false,
                 'defaultTaxMode':'incl','chart':'system','nextInvoiceNo':900,'switches':['REFUSE_NEGATIVE_LINES']}""");
        BillyClient billy = BillyClient.stranger(simulator)
                .with("X-Access-Token", made.get("accessToken").asString());

        JsonNode organization = billy.get("/organization").json().get("organization");

        assertThat(organization.get("id").asString())
                .isEqualTo(made.get("organizationId").asString());
        assertThat(organization.get("name").asString()).isEqualTo("Æblehaven");
        assertThat(organization.get("baseCurrencyId").asString()).isEqualTo("EUR");
        assertThat(organization.get("invoiceNoMode").asString()).isEqualTo("manual");
        assertThat(organization.get("nextInvoiceNo").intValue()).isEqualTo(900);
        assertThat(organization.get("fiscalLockingDate").asString()).isEqualTo("2026-01-31");
        assertThat(organization.get("hasVat").booleanValue()).isFalse();
        assertThat(billy.get("/accounts").json().at("/meta/paging/total").intValue())
                .isEqualTo(13);
    }

    @Test
    void hasVatRoundedAnotherWay() throws Exception {
        JsonNode made =
                call("POST", "/companies", "{'name':'A','vatRounding':'line','switches':['NUMBER_AT_CREATION']}");
        String path = "/companies/" + made.get("organizationId").asString();

        assertThat(call("GET", path, "").get("vatRounding").asString()).isEqualTo("line");
        assertThat(call("PATCH", path, "{'vatRounding':'rate'}")
                        .get("vatRounding")
                        .asString())
                .isEqualTo("rate");
        assertThat(call("PATCH", path, "{'vatRounding':'document'}")
                        .get("vatRounding")
                        .asString())
                .isEqualTo("document");
        assertThat(call("PATCH", path, "{'vatRounding':'penny'}").toString()).contains("[document, line, rate]");
    }

    @Test
    void handsOutAndRevokesKeys() throws Exception {
        String id =
                call("POST", "/companies", "{'name':'A'}").get("organizationId").asString();
        String token = call("POST", "/companies/" + id + "/keys", "{'name':'Anden'}")
                .get("accessToken")
                .asString();
        BillyClient billy = BillyClient.stranger(simulator).with("X-Access-Token", token);
        int before = billy.get("/organization").status();

        String key =
                call("GET", "/companies/" + id + "/keys", "").get(1).get("id").asString();
        call("DELETE", "/companies/" + id + "/keys/" + key, "");

        assertThat(before).isEqualTo(200);
        assertThat(billy.get("/organization").text("/errorCode")).isEqualTo("OAUTH_INVALID_ACCESS_TOKEN");
    }

    @Test
    void ordersAndTakesBackFaults() throws Exception {
        JsonNode made = call("POST", "/companies", "{'name':'A'}");
        BillyClient billy = BillyClient.stranger(simulator)
                .with("X-Access-Token", made.get("accessToken").asString());
        int fault = call("POST", "/faults", "{'route':'GET /organization','effect':'status','status':401,'times':5}")
                .get("id")
                .intValue();
        int during = billy.get("/organization").status();
        JsonNode listed = call("GET", "/faults", "");

        call("DELETE", "/faults/" + fault, "");

        assertThat(during).isEqualTo(401);
        assertThat(listed.get(0).get("hits").intValue()).isEqualTo(1);
        assertThat(billy.get("/organization").status()).isEqualTo(200);
        assertThat(call("POST", "/faults", "{'effect':'earthquake'}")
                        .get("error")
                        .asString())
                .contains("earthquake");
    }

    @Test
    void countsAndLogsWithoutTheKey() throws Exception {
        JsonNode made = call("POST", "/companies", "{'name':'A'}");
        String token = made.get("accessToken").asString();
        BillyClient.stranger(simulator).with("X-Access-Token", token).get("/accounts?pageSize=1");

        JsonNode counters =
                call("GET", "/companies/" + made.get("organizationId").asString() + "/counters", "");
        JsonNode log = call("GET", "/log", "");
        call("POST", "/reset", "");

        assertThat(counters.at("/calls/GET ~1accounts 200").intValue()).isEqualTo(1);
        assertThat(log.get(0).get("target").asString()).isEqualTo("/v2/accounts?pageSize=1");
        assertThat(log.toString()).doesNotContain(token);
        assertThat(call("GET", "/companies", "")).isEmpty();
        assertThat(call("GET", "/log", "")).isEmpty();
    }

    @Test
    void answersWhatItDoesNotKnow() throws Exception {
        assertThat(call("GET", "/companies/nobody", "").get("error").asString()).contains("nobody");
        assertThat(call("POST", "/companies", "{").has("error")).isTrue();
        assertThat(call("PATCH", "/nothing/at/all", "").has("error")).isTrue();
    }
}
