package dk.ordrebro.api;

import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.intake.shipmondo.ShipmondoPush;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The part of Shipmondo's public API v3 that a shop module needs to push orders, so that it can push to us by another address. Basic
 * authentication as there: the shop's short name as user, an API token as key. Errors have Shipmondo's shape.
 */
@RestController
@RequestMapping("/api/v1/shipmondo")
@Tag(name = "Shipmondo")
@SecurityRequirement(name = "basic")
class ShipmondoApi {

    private static final String BASIC = "Basic ";

    private final ShipmondoPush push;
    private final Shops shops;
    private final OrderIntegrations integrations;

    ShipmondoApi(ShipmondoPush push, Shops shops, OrderIntegrations integrations) {
        this.push = push;
        this.shops = shops;
        this.integrations = integrations;
    }

    @PostMapping("/sales_orders")
    @MayHandle
    @Operation(
            operationId = "pushSalesOrder",
            summary = "Push an order in Shipmondo's format",
            description =
                    "The same order_id and source_name again is the same order; other content is a new revision of it. Answers with the sales order, its ids and derived amounts.")
    @RequestBody(required = true, content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    ResponseEntity<Object> take(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            InputStream body)
            throws IOException {
        return answer(push.take(shop(me, authorization), Bodies.bytes(body)));
    }

    @GetMapping("/sales_orders")
    @Operation(
            operationId = "findSalesOrders",
            summary = "Find a pushed order by its order_id",
            description =
                    "Where the order was pushed with a source_name, name that too. Without order_id the list is empty.")
    ResponseEntity<List<JsonNode>> find(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestParam(name = "order_id", defaultValue = "") String orderId,
            @RequestParam(name = "source_name", defaultValue = "") String sourceName) {
        return list(push.named(shop(me, authorization), orderId, sourceName));
    }

    @GetMapping("/sales_orders/{id}")
    @Operation(operationId = "showSalesOrder", summary = "A pushed order with its fulfillments")
    ResponseEntity<Object> show(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @PathVariable long id) {
        return found(push.find(shop(me, authorization), id));
    }

    @PostMapping("/sales_orders/{id}/fulfillments")
    @MayHandle
    @Operation(
            operationId = "fulfillSalesOrder",
            summary = "Handle a pushed order, whole or in part",
            description =
                    "Makes a delivery, and of it an invoice. Without fulfillment_lines all that is left is delivered.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    ResponseEntity<Object> fulfill(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @PathVariable long id,
            InputStream body)
            throws IOException {
        return push.fulfill(shop(me, authorization), id, Bodies.bytes(body))
                .map(ShipmondoApi::answer)
                .orElseGet(() -> error(HttpStatus.NOT_FOUND, "There is no such sales order."));
    }

    @GetMapping("/fulfillments/{id}")
    @Operation(operationId = "showSalesOrderFulfillment", summary = "A fulfillment of a pushed order")
    ResponseEntity<Object> fulfillment(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @PathVariable long id) {
        return found(push.fulfillment(shop(me, authorization), id));
    }

    @GetMapping({"/bookkeeping_integrations", "/payment_gateways", "/shipment_templates", "/webhooks"})
    @Operation(
            operationId = "listNothing",
            summary = "Lists that modules ask for and that are empty here",
            description = "Booking is set up in Ordrebro, and payments and shipments are none of its business.")
    ResponseEntity<List<JsonNode>> nothing() {
        return list(List.of());
    }

    /** The user names the shop; modules that insist on another user reach the only shop that pushes. */
    private OrderIntegration shop(SignedIn me, String authorization) {
        String user = user(authorization);
        boolean known = integrations.named(me.company(), user).isPresent();
        return shops.named(me.company(), known ? user : null);
    }

    private static String user(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        byte[] pair = Base64.getDecoder()
                .decode(authorization.substring(BASIC.length()).strip());
        String text = new String(pair, StandardCharsets.UTF_8);
        return text.substring(0, Math.max(text.indexOf(':'), 0));
    }

    private static ResponseEntity<Object> answer(ShipmondoPush.Answer answer) {
        return switch (answer) {
            case ShipmondoPush.Answer.Done(JsonNode body) -> ResponseEntity.ok(body);
            case ShipmondoPush.Answer.Refused(String why) -> error(HttpStatus.UNPROCESSABLE_CONTENT, why);
        };
    }

    private static ResponseEntity<Object> found(Optional<JsonNode> found) {
        return found.<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> error(HttpStatus.NOT_FOUND, "There is no such thing in this shop."));
    }

    private static ResponseEntity<List<JsonNode>> list(List<JsonNode> all) {
        return ResponseEntity.ok()
                .header("X-Current-Page", "1")
                .header("X-Per-Page", "25")
                .header("X-Total-Count", Integer.toString(all.size()))
                .header("X-Total-Pages", "1")
                .body(all);
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ApiProblem problem) {
        return error(problem.status(), String.valueOf(problem.getMessage()));
    }

    private static ResponseEntity<Object> error(HttpStatus status, @Nullable String why) {
        return ResponseEntity.status(status).body(Map.of("error", String.valueOf(why)));
    }
}
