package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.Published;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counts of the real file, each taken by other means as well. */
class OnlineRetailTests {

    private static final OrderIntegration SHOP = new OrderIntegration(
            new CompanyId(new UUID(0, 1)),
            new OrderIntegrationId(new UUID(0, 2)),
            "Online Retail",
            OrderPlatform.CSV,
            "retail",
            null,
            FreightRule.FIRST,
            ContactMode.PER_CUSTOMER,
            ProductMode.PER_TEMPLATE,
            false,
            true);

    private final CsvLayout layout = CsvLayout.onlineRetail();

    @Test
    void readsEveryRowOfIt() throws Exception {
        List<Document> documents = documents();

        assertThat(documents).hasSize(12_392).allMatch(Document.Complete.class::isInstance);
        assertThat(documents.stream()
                        .map(Document.Complete.class::cast)
                        .mapToLong(complete -> complete.items().size())
                        .sum())
                .isEqualTo(30_000);
        assertThat(documents.stream()
                        .map(Document.Complete.class::cast)
                        .filter(complete -> complete.isCancellation(layout)))
                .hasSize(523);
    }

    @Test
    void makesOrdersOfIt() throws Exception {
        OrderMaker maker = new OrderMaker(SHOP, layout, new byte[0]);
        List<Order> orders = documents().stream()
                .map(document -> maker.arrival((Document.Complete) document).order())
                .toList();

        assertThat(orders.stream().filter(OnlineRetailTests::isWorthNothing)).hasSize(33);
        assertThat(orders.stream().filter(order -> order.delivery().country().isEmpty()))
                .hasSize(10);
        assertThat(orders.stream().map(order -> order.delivery().country()).distinct())
                .allMatch(country -> country.isEmpty() || country.matches("[A-Z]{2}"))
                .hasSize(36)
                .contains("DK", "IE", "ZA", "JE", "CZ", "US");
        assertThat(linesByKind(orders))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(LineKind.ITEM, 29_897L, LineKind.FREIGHT, 93L, LineKind.DISCOUNT, 8L, LineKind.FEE, 2L));
    }

    private List<Document> documents() throws IOException, UnreadableFile {
        Path file = Published.onlineRetail();
        List<Document> documents = new ArrayList<>();
        Documents.read(file, layout, Survey.of(file, layout, Progress.NONE), documents::add, _ -> {});
        return documents;
    }

    private static boolean isWorthNothing(Order order) {
        return order.lines().stream()
                        .map(line -> line.quantity().multiply(line.unitPrice()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                == 0;
    }

    private static Map<LineKind, Long> linesByKind(List<Order> orders) {
        Map<LineKind, Long> lines = new EnumMap<>(LineKind.class);
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::kind)
                .forEach(kind -> lines.merge(kind, 1L, Long::sum));
        return lines;
    }
}
