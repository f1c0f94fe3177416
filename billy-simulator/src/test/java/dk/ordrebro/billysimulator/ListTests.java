package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTests {

    private static final Shop SHOP = Shop.open();
    private static final BillyClient BILLY = SHOP.billy;

    @BeforeAll
    static void sell() {
        for (int i = 1; i <= 7; i++) {
            String body = SHOP.invoice(
                            ",'orderNo':'%d','externalId':'shop:%d'".formatted(1000 + i, i % 5),
                            "'unitPrice':" + 10 * i)
                    .replace("2026-11-23", "2026-%02d-15".formatted(4 + i));
            String id = BILLY.create("invoices", body);
            if (i % 2 == 0) {
                SHOP.approve(id);
            }
        }
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static List<String> orders(String query) {
        List<String> orders = new ArrayList<>();
        BILLY.get("/invoices" + query)
                .json()
                .get("invoices")
                .forEach(row -> orders.add(row.get("orderNo").asString()));
        return orders;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?externalId=shop:2 | 1007 1002",
                "?externalId=shop:9 | ''",
                "?state=approved | 1006 1004 1002",
                "?invoiceNo=2 | 1004",
                "?q=1005 | 1005",
                "?q=KUNDE&pageSize=2 | 1007 1006",
                "?amount=40.00 | 1004",
                "?isPaid=true | ''",
                "?minEntryDate=2026-10-15 | 1007 1006",
                "?maxEntryDate=2026-05-31 | 1001",
                "?entryDatePeriod=day:2026-06-15 | 1002",
                "?entryDatePeriod=quarter:2026-3 | 1005 1004 1003",
                "?entryDatePeriod=halfYear:2026-1 | 1002 1001",
                "?entryDatePeriod=dates:2026-05-01...2026-06-30 | 1002 1001",
                "?entryDatePeriod=fiscalYear:2025 | ''",
                "?approvedTimePeriod=month:2026-11 | 1006 1004 1002",
                "?state=approved&externalId=shop:2 | 1002",
                "?sortProperty=amount&pageSize=2 | 1001 1002",
                "?sortProperty=orderNo&sortDirection=DESC&pageSize=2&page=2 | 1005 1004",
                "?sortProperty=createdTime&pageSize=1 | 1001",
                "?unheardOf=1&pageSize=1&page=7 | 1001",
                "?page=8&pageSize=1 | ''",
            })
    void filtersSortsAndPages(String query, String expected) {
        assertThat(String.join(" ", orders(query))).isEqualTo(expected);
    }

    @Test
    void linksItsPages() {
        var paging = BILLY.get("/invoices?pageSize=3&page=2&state=draft").json().at("/meta/paging");

        assertThat(paging.get("total").intValue()).isEqualTo(4);
        assertThat(paging.get("pageCount").intValue()).isEqualTo(2);
        assertThat(paging.has("nextUrl")).isFalse();
        assertThat(paging.get("previousUrl").asString())
                .isEqualTo(SHOP.simulator.apiUri() + "/invoices?pageSize=3&state=draft&page=1");
        assertThat(BILLY.get("/invoices?pageSize=5000")
                        .json()
                        .at("/meta/paging/pageSize")
                        .intValue())
                .isEqualTo(1000);
        assertThat(BILLY.get("/invoices").json().at("/meta/paging").has("firstUrl"))
                .isFalse();
    }

    @Test
    void refusesAValueOutsideTheGrammar() {
        assertThat(BILLY.get("/invoices?state=paid").status()).isEqualTo(400);
        assertThat(BILLY.get("/invoices?entryDatePeriod=month:2026-13").status())
                .isEqualTo(400);
    }

    @Test
    void givesLinesOnlyWhenAsked() {
        var plain = BILLY.get("/invoices?invoiceNo=1").json();
        var embedded = BILLY.get("/invoices?invoiceNo=1&include=invoice.lines:embed,invoice.contact:embed")
                .json();
        String id = plain.at("/invoices/0/id").asString();

        assertThat(plain.at("/invoices/0").has("lines")).isFalse();
        assertThat(embedded.at("/invoices/0/lines/0/amount").toString()).isEqualTo("20");
        assertThat(embedded.at("/invoices/0/contact/name").asString()).isEqualTo("Kunde person");
        assertThat(BILLY.get("/invoiceLines?invoiceId=" + id).json().get("invoiceLines"))
                .hasSize(1);
    }
}
