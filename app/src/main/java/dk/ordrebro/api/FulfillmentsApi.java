package dk.ordrebro.api;

import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.api.Shown.FulfillmentShown;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Handling.Whole;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deliveries and returns: what invoices and credit notes are made from. */
@RestController
@Tag(name = "Fulfillments")
class FulfillmentsApi {

    private static final int MAX_KEY = 100;

    private final Orders orders;
    private final Handling handling;
    private final Bodies bodies;
    private final InstantSource clock;

    FulfillmentsApi(Orders orders, Handling handling, Bodies bodies, InstantSource clock) {
        this.orders = orders;
        this.handling = handling;
        this.bodies = bodies;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/orders/{id}/fulfillments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @MayHandle
    @Operation(
            operationId = "fulfillOrder",
            summary = "Handle an order, whole or in part",
            description =
                    "Makes a delivery, and of it an invoice. Without lines all that is left is delivered. The same key again makes nothing new and is answered 200.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Part.class)))
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Made before with the same key", useReturnTypeSchema = true)
    ResponseEntity<FulfillmentShown> fulfill(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, InputStream body)
            throws IOException {
        Part part = bodies.read(body, Part.class);
        OrderId order = orders.find(me.company(), new OrderId(id))
                .orElseThrow(() -> ApiProblem.notFound("order"))
                .id();
        Optional<Fulfillment> known = known(me, order, part);
        return known.map(FulfillmentsApi::same).orElseGet(() -> made(deliver(me, order, part)));
    }

    @PostMapping(path = "/api/v1/fulfillments/{id}/returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    @MayHandle
    @Operation(
            operationId = "returnFulfillment",
            summary = "Take back pieces of a delivery",
            description =
                    "Makes a return, and of it a credit note to the delivery's invoice. Freight is credited only where it is named. The same key again makes nothing new and is answered 200.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Part.class)))
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Made before with the same key", useReturnTypeSchema = true)
    ResponseEntity<FulfillmentShown> takeBack(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, InputStream body)
            throws IOException {
        Part part = bodies.read(body, Part.class);
        Fulfillment delivery = orders.fulfillments(me.company(), List.of(new FulfillmentId(id))).stream()
                .filter(fulfillment -> !fulfillment.isReturn())
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("delivery"));
        Map<String, BigDecimal> pieces = pieces(part).orElseThrow(() -> ApiProblem.unreadable("/lines", "is required"));
        return known(me, delivery.order(), part)
                .map(FulfillmentsApi::same)
                .orElseGet(() -> made(handling.takeBack(me.company(), delivery.id(), pieces, at(part), key(part))));
    }

    private Fulfillment deliver(SignedIn me, OrderId order, Part part) {
        Optional<Map<String, BigDecimal>> pieces = pieces(part);
        if (pieces.isPresent()) {
            return handling.handle(me.company(), order, pieces.get(), at(part), key(part));
        }
        return handling.handleAll(me.company(), List.of(new Whole(order, at(part), key(part)))).stream()
                .findFirst()
                .orElseThrow(() -> ApiProblem.conflict("Nothing of the order is left to handle."));
    }

    private Optional<Fulfillment> known(SignedIn me, OrderId order, Part part) {
        String key = key(part);
        return orders.fulfillments(me.company(), order).stream()
                .filter(fulfillment -> key != null && key.equals(fulfillment.shopKey()))
                .findFirst();
    }

    private Instant at(Part part) {
        return part.at() == null ? clock.instant() : part.at();
    }

    private static @Nullable String key(Part part) {
        String key = part.key();
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw ApiProblem.unreadable("/key", "must have 1 to " + MAX_KEY + " characters");
        }
        return key;
    }

    private static Optional<Map<String, BigDecimal>> pieces(Part part) {
        if (part.lines() == null) {
            return Optional.empty();
        }
        Map<String, BigDecimal> pieces = new LinkedHashMap<>();
        part.lines().forEach((line, quantity) -> {
            String path = "/lines/" + Bodies.escaped(line);
            if (quantity == null) {
                throw ApiProblem.unreadable(path, "must be a quantity");
            }
            pieces.put(line, Bodies.quantity(path, quantity));
        });
        return Optional.of(pieces);
    }

    private static ResponseEntity<FulfillmentShown> made(Fulfillment fulfillment) {
        return ResponseEntity.status(HttpStatus.CREATED).body(FulfillmentShown.of(fulfillment));
    }

    private static ResponseEntity<FulfillmentShown> same(Fulfillment fulfillment) {
        return ResponseEntity.ok(FulfillmentShown.of(fulfillment));
    }

    /** What is delivered or taken back. */
    @Schema(name = "Part")
    record Part(
            @Schema(
                    description = "Pieces by line key; left out to deliver all that is left",
                    example = "{\"l-1\": \"2\", \"l-2\": \"0.5\"}")
            @Nullable
            Map<String, @Nullable BigDecimal> lines,

            @Schema(
                    description = "When; its date in Copenhagen is the invoice date. Left out for now",
                    example = "2026-11-24T12:00:00Z")
            @Nullable
            Instant at,

            @Schema(
                    description =
                            "Your own id of the delivery or return, unique within the order: makes the call repeatable",
                    example = "D-1")
            @Nullable
            String key) {}
}
