package dk.ordrebro.intake.round;

import dk.ordrebro.intake.Hint;
import dk.ordrebro.intake.WebhookRequest;
import dk.ordrebro.intake.http.ShopLimits;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Raw;
import dk.ordrebro.work.GroupWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where shops tell us that something happened. A webhook is judged by its raw bytes before anything of it is read, and answered 200 only when
 * it is kept for good; the work comes after. What is wrong, unproven or too large changes nothing.
 */
@RestController
class WebhookDoor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
    private static final int SECONDS_TO_KEEP = 10;

    private final Keys keys;
    private final GroupWriter<Webhooks.Received> recorder;
    private final int largest;

    WebhookDoor(Keys keys, GroupWriter<Webhooks.Received> recorder, ShopLimits limits) {
        this.keys = keys;
        this.recorder = recorder;
        this.largest = Math.toIntExact(limits.maxWebhook().toBytes());
    }

    @PostMapping("/in/{word}")
    ResponseEntity<Void> receive(@PathVariable String word, HttpServletRequest request) throws IOException {
        Optional<Door> door = Door.parse(word);
        Optional<Keys.Key> key = door.flatMap(keys::of);
        if (key.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND);
        }
        if (request.getContentLengthLong() > largest) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        return judge(door.get(), key.get(), new WebhookRequest(headers(request), Raw.of(body)));
    }

    private ResponseEntity<Void> judge(Door door, Keys.Key key, WebhookRequest request) {
        OrderIntegration shop = key.integration();
        return switch (key.source().verify(key.connection(), request)) {
            case Hint.Unproven() -> {
                LOG.info("Order integration {}: a webhook without a valid signature was turned away", shop.id());
                yield answer(HttpStatus.UNAUTHORIZED);
            }
            case Hint.Nothing(String why) -> {
                LOG.debug("Order integration {}: a webhook about no order: {}", shop.id(), why);
                yield answer(HttpStatus.OK);
            }
            // what happens while the shop is switched off is found when it is switched on again
            case Hint.About(String order) when shop.active() -> keep(door, order, request.body());
            case Hint.About _ -> answer(HttpStatus.OK);
        };
    }

    private ResponseEntity<Void> keep(Door door, String shopOrderId, Raw body) {
        try {
            recorder.write(new Webhooks.Received(door, shopOrderId, body)).get(SECONDS_TO_KEEP, TimeUnit.SECONDS);
            return answer(HttpStatus.OK);
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("Order integration {}: a webhook could not be kept", door.shop(), e);
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
