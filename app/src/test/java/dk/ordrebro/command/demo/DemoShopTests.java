package dk.ordrebro.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoShopTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final OrderIntegration SHOP = Given.shop();

    @Test
    void makesTheSameOrdersEveryTime() {
        assertThat(DemoShop.orders(SHOP, 400, DAY)).isEqualTo(DemoShop.orders(SHOP, 400, DAY));
    }

    @Test
    void placesTheNewestOnTheLastDay() {
        List<Order> orders = DemoShop.orders(SHOP, 400, DAY);

        assertThat(orders).extracting(Order::placedAt).isSorted();
        assertThat(orders.getLast().placedAt()).isEqualTo("2026-11-20T20:30:00Z");
    }

    @Test
    void holdsOneInThirtyTwoEachForAnotherReason() {
        List<Kind> held = DemoShop.orders(SHOP, 320, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Needs.class::isInstance)
                .map(needs -> onlyCode((Enrichment.Needs) needs))
                .toList();

        assertThat(held)
                .extracting(Kind::name)
                .containsExactly(
                        Arrays.stream(HeldOrder.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void chargesWhatTheInvoicesAddUpTo() {
        List<Order> orders = DemoShop.orders(SHOP, 2_000, DAY);

        for (Order order : orders) {
            if (enriched(order) instanceof Enrichment.Ready ready) {
                assertThat(ready.draft().expected().gross())
                        .as(order.number())
                        .isEqualTo(order.stated().gross());
            }
        }
    }

    @Test
    void holdsNoOther() {
        List<String> held = DemoShop.orders(SHOP, 2_000, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Needs.class::isInstance)
                .map(needs -> ((Enrichment.Needs) needs).questions().toString())
                .toList();

        assertThat(held).hasSize(2_000 / DemoShop.HELD_EVERY);
    }

    @Test
    void sellsToEveryArea() {
        Set<Area> areas = DemoShop.orders(SHOP, 300, DAY).stream()
                .map(DemoShopTests::enriched)
                .filter(Enrichment.Ready.class::isInstance)
                .map(ready -> ready.trail().area())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));

        assertThat(areas).containsExactly(Area.values());
    }

    @Test
    void canBePushed() {
        PushOrders push = new PushOrders();

        for (Order order : DemoShop.orders(SHOP, 300, DAY)) {
            byte[] body = push.write(order).getBytes(StandardCharsets.UTF_8);
            assertThat(push.parse(SHOP, body)).as(order.number()).isInstanceOf(PushedOrder.Parsed.class);
        }
    }

    private static Kind onlyCode(Enrichment.Needs needs) {
        List<Kind> codes =
                needs.questions().stream().map(Reason::kind).distinct().toList();
        assertThat(codes).hasSize(1);
        return codes.getFirst();
    }

    private static Enrichment enriched(Order order) {
        return Enricher.bundled()
                .enrich(new Case(
                        SHOP,
                        order,
                        Given.everything(order),
                        Given.templates(),
                        Given.chart(),
                        new Reference("demo-1")));
    }
}
