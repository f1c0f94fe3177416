package dk.ordrebro.web.orders;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.order.OrderId;
import dk.ordrebro.order.Orders;
import dk.ordrebro.order.Raw;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the shop sent for a revision of an order: laid out for reading, and byte for byte as a file. */
@Controller
@RequestMapping("/orders/{id}/revisions/{revision}")
class RawPage {

    private static final int MOST_SHOWN = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Orders orders;

    RawPage(Orders orders) {
        this.orders = orders;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, @PathVariable int revision, Model page) {
        Raw raw = raw(me, id, revision);
        String pretty = pretty(raw.toString());
        page.addAttribute("stored", orElse404(orders.find(me.company(), id)));
        page.addAttribute("revision", revision);
        page.addAttribute("bytes", raw.bytes().length);
        page.addAttribute("cut", pretty.length() > MOST_SHOWN);
        page.addAttribute("raw", pretty.substring(0, Math.min(MOST_SHOWN, pretty.length())));
        return "orders/raw";
    }

    /** A JSON document gets line breaks; numbers, names and their order stay. Anything else is shown as it is. */
    private static String pretty(String raw) {
        try {
            return raw.length() > 4 * MOST_SHOWN ? raw : JSON.writeValueAsString(JSON.readTree(raw));
        } catch (JacksonException notJson) {
            return raw;
        }
    }

    /** As plain text to be saved: never as something a browser would run. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn me, @PathVariable OrderId id, @PathVariable int revision) {
        Raw raw = raw(me, id, revision);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("order-" + id + "-" + revision + ".txt")
                                .build()
                                .toString())
                .body(raw.bytes());
    }

    private Raw raw(SignedIn me, OrderId id, int revision) {
        return orElse404(orders.raw(me.company(), new Orders.OrderRevision(id, revision)));
    }
}
