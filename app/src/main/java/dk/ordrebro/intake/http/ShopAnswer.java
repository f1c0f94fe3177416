package dk.ordrebro.intake.http;

import dk.ordrebro.order.Raw;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer of a shop.
 *
 * @param headers names in lower case; of several with one name the first
 * @param retryAfter how long the shop asks us to stay away; null where it does not say
 * @param excerpt the beginning of the body for people, secrets masked
 */
public record ShopAnswer(
        int status,
        Map<String, String> headers,
        Raw body,
        @Nullable Duration retryAfter,
        String excerpt) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String text() {
        return body.toString();
    }

    /** The usual reading of a status that is not good. Adapters handle what their shop means differently before they ask for this. */
    public ShopUnavailable refusal() {
        String seen = status + " " + excerpt;
        if (status == 401 || status == 403) {
            return new ShopUnavailable(ShopUnavailable.Code.KEY_REFUSED, seen);
        }
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new ShopUnavailable(ShopUnavailable.Code.THROTTLED, seen, retryAfter);
        }
        return new ShopUnavailable(
                status >= 500 ? ShopUnavailable.Code.BROKEN : ShopUnavailable.Code.ODD_ANSWER, seen, retryAfter);
    }
}
