package dk.ordrebro.api;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The explained dry run: what an order would become in the books, and why. */
@RestController
@Tag(name = "Preview")
class PreviewApi {

    private final DryRun dryRun;
    private final PushOrders push;
    private final Shops shops;
    private final Sentences sentences;

    PreviewApi(DryRun dryRun, PushOrders push, Shops shops, Sentences sentences) {
        this.dryRun = dryRun;
        this.push = push;
        this.shops = shops;
        this.sentences = sentences;
    }

    @PostMapping(path = "/api/v1/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "previewOrder",
            summary = "Show what an order would become, without storing or sending anything",
            description =
                    "The order is treated as if all of it were handled now, with its shop's templates and the current chart of accounts.")
    @OrderBody
    PreviewShown preview(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @Parameter(description = Shops.PARAMETER) @RequestParam @Nullable String shop,
            InputStream body)
            throws IOException {
        return switch (push.parse(shops.named(me.company(), shop), Bodies.bytes(body))) {
            case PushedOrder.Parsed(var order, var _) ->
                PreviewShown.of(order, dryRun.preview(me.company(), order), sentences);
            case PushedOrder.Refused(var problems) -> throw ApiProblem.unreadable(problems);
        };
    }
}
