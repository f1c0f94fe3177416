package dk.ordrebro.accounting.billy.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call to Billy, before it is known to which server and with which key.
 *
 * @param path segments below the API's root, not yet encoded
 */
public record BillyRequest(
        String method,
        List<String> path,
        List<NameValuePair> query,
        @Nullable ObjectNode body) {

    public static BillyRequest get(String... path) {
        return new BillyRequest("GET", List.of(path), List.of(), null);
    }

    public static BillyRequest post(String collection, ObjectNode body) {
        return new BillyRequest("POST", List.of(collection), List.of(), body);
    }

    public static BillyRequest put(String collection, String id, ObjectNode body) {
        return new BillyRequest("PUT", List.of(collection, id), List.of(), body);
    }

    public static BillyRequest delete(String collection, String id) {
        return new BillyRequest("DELETE", List.of(collection, id), List.of(), null);
    }

    public BillyRequest with(String name, String value) {
        var longer = Stream.concat(query.stream(), Stream.<NameValuePair>of(new BasicNameValuePair(name, value)))
                .toList();
        return new BillyRequest(method, path, longer, body);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    URI below(URI root) {
        try {
            return new URIBuilder(root)
                    .appendPathSegments(path)
                    .addParameters(query)
                    .build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not the address of an API: " + root, e);
        }
    }

    /** Method and path; the query may name people and is left out. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }
}
