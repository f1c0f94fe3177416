package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.intake.Published;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.OrderKey;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.StoredOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@OwnDatabase
class CsvImportTests {

    private static final CsvLayout STANDARD = CsvLayout.standard();

    @Autowired
    private CsvImport csv;

    @Autowired
    private Orders orders;

    @Autowired
    private Handling handling;

    @Autowired
    private OrderIntegrations integrations;

    @Autowired
    private Companies companies;

    @TempDir
    private Path folder;

    private OrderIntegration shop;
    private CompanyId company;

    @BeforeEach
    void makeAShop() {
        company = companies.create("Butik").id();
        shop = new OrderIntegration(
                company,
                new OrderIntegrationId(UUID.randomUUID()),
                "Filer",
                OrderPlatform.CSV,
                "filer",
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                true);
        integrations.save(shop);
    }

    @Test
    void keepsAndHandlesOrdersAtTheirOwnDate() throws IOException {
        CsvReport report = take(CsvFile.withHeader().row("A").row("A").row("B"));

        assertThat(report.readable()).isTrue();
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.orders()).isEqualTo(2);
        assertThat(report.lines()).isEqualTo(3);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.fulfillments()).isEqualTo(2);
        StoredOrder stored = order("A");
        assertThat(stored.state()).isEqualTo(OrderState.HANDLED);
        assertThat(fulfillments("A"))
                .singleElement()
                .extracting(Fulfillment::handledAt)
                .isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    }

    @Test
    void keepsTheRowsOfAnOrderAsTheyWere() throws IOException {
        take(CsvFile.withHeader().row("A").row("B").row("A"));

        assertThat(orders.raw(company, new Orders.OrderRevision(order("A").id(), 1)))
                .get()
                .hasToString(CsvFile.HEADER + "A,LAMP,Lampe,1,2026-11-02 10:00:00,100.00,77,Danmark\r\n".repeat(2));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        CsvFile file = CsvFile.withHeader()
                .row("A", "LAMP", "3")
                .row("C1", "LAMP", "-1")
                .row("C2", "OTHER", "-1");
        take(file);

        CsvReport again = take(file);

        assertThat(again.added()).isZero();
        assertThat(again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.matchedCancellations()).isEqualTo(1);
        assertThat(again.fulfillments()).isZero();
        assertThat(again.returns()).isZero();
        assertThat(orders.count(company)).isEqualTo(2);
    }

    @Test
    void leavesAloneWhatAPersonHasUndone() throws IOException {
        CsvFile file = CsvFile.withHeader().row("A");
        take(file);
        handling.undo(company, fulfillments("A").getFirst().id(), Instant.parse("2026-11-03T09:00:00Z"));

        CsvReport again = take(file);

        assertThat(again.fulfillments()).isZero();
        assertThat(order("A").state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void handlesWhatCameToAnOrderSince() throws IOException {
        take(CsvFile.withHeader().row("A"));

        CsvReport again = take(CsvFile.withHeader().row("A").row("A", "VASE", "2"));

        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.fulfillments()).isEqualTo(1);
        assertThat(fulfillments("A").getLast().lines())
                .containsExactly(new FulfilledLine("2", BigDecimal.ZERO, BigDecimal.TWO));
    }

    @Test
    void onlyKeepsOrdersWhenNotToHandleThem() throws IOException {
        CsvReport report =
                csv.importFile(shop, CsvFile.withHeader().row("A").in(folder), STANDARD, false, Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.fulfillments()).isZero();
        assertThat(order("A").state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void takesNothingOfARefusedOrder() throws IOException {
        CsvReport report = take(
                CsvFile.withHeader().row("A").row("B").row("A", "LAMP", "many").row("A"));

        assertThat(orders.find(key("A"))).isEmpty();
        assertThat(orders.find(key("B"))).isPresent();
        assertThat(report.refusedOrders()).isEqualTo(1);
        assertThat(report.refusedRows()).isEqualTo(3);
        assertThat(report.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.rows()).containsExactly(2L, 4L, 5L));
    }

    @Test
    void reportsAFileThatIsNoneOfOurs() throws IOException {
        CsvReport report = take(CsvFile.empty().text("a,b,c\r\n1,2,3\r\n"));

        assertThat(report.readable()).isFalse();
        assertThat(report.refusals().getFirst().faults().getFirst().code()).isEqualTo(Fault.Code.COLUMN_MISSING);
        assertThat(orders.count(company)).isZero();
    }

    @Test
    void readsAStream() throws IOException {
        byte[] bytes =
                (CsvFile.HEADER + "A,LAMP,Lampe,1,2026-11-02,100,77,Danmark\r\n").getBytes(StandardCharsets.UTF_8);

        CsvReport report =
                csv.importFile(shop, new ByteArrayInputStream(bytes), "min fil.csv", STANDARD, true, Progress.NONE);

        assertThat(report.file()).isEqualTo("min fil.csv");
        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void makesAReturnOfACancellationWhoseOriginalIsKnown() throws IOException {
        CsvReport report = take(CsvFile.withHeader().row("A", "LAMP", "5").row("C9", "LAMP", "-2"));

        assertThat(report.matchedCancellations()).isEqualTo(1);
        assertThat(report.returns()).isEqualTo(1);
        assertThat(orders.find(key("C9"))).isEmpty();
        Fulfillment made = fulfillments("A").getLast();
        assertThat(made.isReturn()).isTrue();
        assertThat(made.shopKey()).isEqualTo("C9");
        assertThat(made.lines()).containsExactly(new FulfilledLine("1", BigDecimal.ZERO, BigDecimal.TWO));
    }

    @Test
    void findsAnOriginalOfAnEarlierFile() throws IOException {
        take(CsvFile.withHeader().row("A", "LAMP", "5"));

        CsvReport report = take(CsvFile.withHeader().row("C9", "LAMP", "-5"));

        assertThat(report.matchedCancellations()).isEqualTo(1);
    }

    @Test
    void findsAnOriginalThatStandsBelowIt() throws IOException {
        CsvReport report = take(CsvFile.withHeader().row("C9", "LAMP", "-5").row("A", "LAMP", "5"));

        assertThat(report.matchedCancellations()).isEqualTo(1);
    }

    @Test
    void takesTheLatestOriginalThatHasEnoughLeft() throws IOException {
        CsvFile file = CsvFile.withHeader()
                .text("A,LAMP,Lampe,5,2026-11-01 10:00:00,100,77,Danmark\r\n")
                .text("B,LAMP,Lampe,3,2026-11-02 10:00:00,100,77,Danmark\r\n")
                .text("C1,LAMP,Lampe,-2,2026-11-03 10:00:00,100,77,Danmark\r\n")
                .text("C2,LAMP,Lampe,-2,2026-11-04 10:00:00,100,77,Danmark\r\n")
                .text("C3,LAMP,Lampe,-4,2026-11-05 10:00:00,100,77,Danmark\r\n");

        CsvReport report = take(file);

        assertThat(fulfillments("B")).extracting(Fulfillment::shopKey).containsExactly("csv:1", "C1");
        assertThat(fulfillments("A")).extracting(Fulfillment::shopKey).containsExactly("csv:1", "C2");
        assertThat(report.matchedCancellations()).isEqualTo(2);
        assertThat(order("C3").order().lines().getFirst().quantity()).isEqualTo("-4");
    }

    @Test
    void makesAReturnForEachOriginal() throws IOException {
        CsvFile file = CsvFile.withHeader()
                .row("A", "LAMP", "1")
                .row("B", "VASE", "1")
                .row("C9", "LAMP", "-1")
                .row("C9", "VASE", "-1");

        CsvReport report = take(file);

        assertThat(report.matchedCancellations()).isEqualTo(1);
        assertThat(report.returns()).isEqualTo(2);
        assertThat(fulfillments("A").getLast().shopKey()).isEqualTo("C9");
        assertThat(fulfillments("B").getLast().shopKey()).isEqualTo("C9/2");
        assertThat(take(file).returns()).isZero();
    }

    @Test
    void keepsACancellationThatIsOnlyHalfExplained() throws IOException {
        CsvReport report = take(CsvFile.withHeader()
                .row("A", "LAMP", "1")
                .row("C9", "LAMP", "-1")
                .row("C9", "VASE", "-1"));

        assertThat(report.matchedCancellations()).isZero();
        assertThat(order("C9").state()).isEqualTo(OrderState.HANDLED);
        assertThat(fulfillments("A")).hasSize(1);
    }

    @Test
    void takesBackFromNobodyElse() throws IOException {
        CsvFile file = CsvFile.withHeader()
                .text("A,LAMP,Lampe,5,2026-11-01,100,77,Danmark\r\n")
                .text("B,LAMP,Lampe,5,2026-11-01,100,,Danmark\r\n")
                .text("C1,LAMP,Lampe,-1,2026-11-02,100,78,Danmark\r\n")
                .text("C2,LAMP,Lampe,-1,2026-11-02,100,,Danmark\r\n")
                .text("C3,LAMP,Lampe,-1,2026-11-02,99,77,Danmark\r\n")
                .text("C4,LAMP,Lampe,-1,2026-10-31,100,77,Danmark\r\n");

        assertThat(take(file).matchedCancellations()).isZero();
    }

    @Test
    void staysWithAnOrderOfItsOwnOnceItHasBecomeOne() throws IOException {
        CsvFile cancellation = CsvFile.withHeader().row("C9", "LAMP", "-1");
        take(cancellation);
        take(CsvFile.withHeader().row("A", "LAMP", "1"));

        CsvReport again = take(cancellation);

        assertThat(again.matchedCancellations()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(fulfillments("A")).hasSize(1);
    }

    @Test
    void takesAnOrderForACancellationOnlyWhenItTakesBack() throws IOException {
        take(CsvFile.withHeader().row("CPH-1", "LAMP", "1"));

        assertThat(order("CPH-1").state()).isEqualTo(OrderState.HANDLED);
    }

    @Test
    void takesInTheRealFileOnce() throws IOException {
        Path file = Published.onlineRetail();

        CsvReport first = csv.importFile(shop, file, CsvLayout.onlineRetail(), true, Progress.NONE);
        CsvReport second = csv.importFile(shop, file, CsvLayout.onlineRetail(), true, Progress.NONE);

        assertThat(first.orders()).isEqualTo(12_392);
        assertThat(first.lines()).isEqualTo(30_000);
        assertThat(first.refusals()).isEmpty();
        assertThat(first.cancellations()).isEqualTo(523);
        assertThat(first.matchedCancellations()).isEqualTo(40);
        assertThat(first.returns()).isEqualTo(42);
        assertThat(first.added()).isEqualTo(12_392 - 40);
        assertThat(first.fulfillments()).isEqualTo(12_392 - 40);
        assertThat(second.unchanged()).isEqualTo(12_392 - 40);
        assertThat(second.fulfillments() + second.returns() + second.added() + second.changed())
                .isZero();
    }

    private CsvReport take(CsvFile file) throws IOException {
        return csv.importFile(shop, file.in(folder), STANDARD, true, Progress.NONE);
    }

    private OrderKey key(String number) {
        return new OrderKey(company, shop.id(), number);
    }

    private StoredOrder order(String number) {
        return orders.find(key(number)).orElseThrow();
    }

    private List<Fulfillment> fulfillments(String number) {
        return orders.fulfillments(company, order(number).id());
    }
}
