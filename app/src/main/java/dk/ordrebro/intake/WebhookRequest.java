package dk.ordrebro.intake;

import dk.ordrebro.order.Raw;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A webhook as it came in: nothing decoded, nothing believed. Header names in lower case. */
public record WebhookRequest(Map<String, String> headers, Raw body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
