package dk.ordrebro.intake.http;

import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Raw;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a shop.
 *
 * @param secrets whatever must not appear in a log, an error or a page, should the shop send it back
 */
public record ShopRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Raw body,
        List<Secret> secrets) {

    public static ShopRequest get(URI uri) {
        return new ShopRequest("GET", uri, Map.of("Accept", "application/json"), null, List.of());
    }

    /**
     * A request with a body.
     *
     * @param body JSON, UTF-8
     */
    public static ShopRequest send(String method, URI uri, Raw body) {
        return new ShopRequest(
                method, uri, Map.of("Accept", "application/json", "Content-Type", "application/json"), body, List.of());
    }

    public ShopRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ShopRequest(method, uri, more, body, secrets);
    }

    public ShopRequest with(String header, Secret secret) {
        return with(header, secret.reveal()).hiding(secret);
    }

    public ShopRequest basic(Secret user, Secret password) {
        String pair = user.reveal() + ":" + password.reveal();
        String value = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + value)
                .hiding(new Secret(value))
                .hiding(user)
                .hiding(password);
    }

    public ShopRequest bearer(Secret token) {
        return with("Authorization", "Bearer " + token.reveal()).hiding(token);
    }

    public ShopRequest hiding(Secret secret) {
        List<Secret> more = new ArrayList<>(secrets);
        more.add(secret);
        return new ShopRequest(method, uri, headers, body, List.copyOf(more));
    }

    /** Without headers, body and query: they hold secrets and customers. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
