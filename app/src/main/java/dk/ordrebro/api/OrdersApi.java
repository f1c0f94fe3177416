package dk.ordrebro.api;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.api.Shown.BookingShown;
import dk.ordrebro.api.Shown.FulfillmentShown;
import dk.ordrebro.api.Shown.OrderSummary;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Orders.Arrival;
import dk.ordrebro.order.Orders.Fate;
import dk.ordrebro.order.Orders.Kept;
import dk.ordrebro.order.StoredOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders: pushed in, listed, looked at. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrdersApi {

    private final Orders orders;
    private final Bookings bookings;
    private final PushOrders push;
    private final Shops shops;
    private final OrderIntegrations integrations;
    private final Sentences sentences;
    private final JsonMapper json;

    OrdersApi(
            Orders orders,
            Bookings bookings,
            PushOrders push,
            Shops shops,
            OrderIntegrations integrations,
            Sentences sentences,
            JsonMapper json) {
        this.orders = orders;
        this.bookings = bookings;
        this.push = push;
        this.shops = shops;
        this.integrations = integrations;
        this.sentences = sentences;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @MayHandle
    @Operation(
            operationId = "pushOrder",
            summary = "Push an order",
            description =
                    "The same content again changes nothing and is answered 200 with the same id; other content under the same id is a new revision.")
    @OrderBody
    @ApiResponse(responseCode = "201", description = "New", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Known already", useReturnTypeSchema = true)
    ResponseEntity<KeptShown> pushOrder(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(description = Shops.PARAMETER) @RequestParam @Nullable String shop,
            InputStream body)
            throws IOException {
        byte[] bytes = Bodies.bytes(body);
        Kept kept = switch (push.parse(shops.named(me.company(), shop), bytes)) {
            case PushedOrder.Parsed(var order, var raw) ->
                orders.keep(List.of(new Arrival(order, raw))).getFirst();
            case PushedOrder.Refused(var problems) -> throw ApiProblem.unreadable(problems);
        };
        URI place = URI.create("/api/v1/orders/" + kept.id());
        return (kept.fate() == Fate.NEW
                        ? ResponseEntity.created(place)
                        : ResponseEntity.ok().location(place))
                .body(new KeptShown(
                        kept.id().toString(), kept.revision(), kept.fate().name()));
    }

    @GetMapping
    @Operation(operationId = "listOrders", summary = "List orders, newest first")
    OrderPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(description = "Show what comes after this order") @RequestParam @Nullable UUID before,
            @RequestParam(defaultValue = "50") int size) {
        int atMost = Pages.size(size);
        List<StoredOrder> page =
                orders.page(me.company(), Optional.ofNullable(before).map(OrderId::new), atMost);
        Map<OrderIntegrationId, String> names = shopKeys(me.company());
        return new OrderPage(
                page.stream()
                        .map(stored -> OrderSummary.of(
                                stored, names.getOrDefault(stored.order().key().integration(), "")))
                        .toList(),
                page.size() < atMost ? null : page.getLast().id().toString());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "showOrder", summary = "An order with its deliveries and bookings")
    OrderShown show(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        StoredOrder stored = orders.find(me.company(), new OrderId(id)).orElseThrow(() -> ApiProblem.notFound("order"));
        return new OrderShown(
                OrderSummary.of(
                        stored,
                        shopKeys(me.company()).getOrDefault(stored.order().key().integration(), "")),
                json.readTree(push.write(stored.order())),
                orders.fulfillments(me.company(), stored.id()).stream()
                        .map(FulfillmentShown::of)
                        .toList(),
                bookings.ofOrder(me.company(), stored.id()).stream()
                        .map(booking -> BookingShown.of(booking, sentences))
                        .toList());
    }

    private Map<OrderIntegrationId, String> shopKeys(CompanyId company) {
        return integrations.all(company).stream()
                .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::shopKey));
    }

    /** What became of a pushed order. */
    @Schema(name = "KeptOrder")
    record KeptShown(
            String id,
            int revision,

            @Schema(allowableValues = {"NEW", "CHANGED", "UNCHANGED"})
            String fate) {}

    /** A page of the list. */
    @Schema(name = "OrderPage")
    record OrderPage(
            List<OrderSummary> orders,

            @Schema(description = "Ask for the next page with ?before= this; absent on the last") @Nullable
            String next) {}

    /** An order with all that belongs to it. */
    @Schema(name = "OrderDetails")
    record OrderShown(
            OrderSummary summary,

            @Schema(description = "The order in the format it is pushed in", ref = "#/components/schemas/Order")
            JsonNode order,

            List<FulfillmentShown> fulfillments,
            List<BookingShown> bookings) {}
}
