package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.api.ApiRequest;
import dk.ordrebro.billysimulator.api.Query;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What all handlers do with Jetty's requests and responses. */
final class Exchanges {

    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private Exchanges() {}

    /** The decoded parts of the path; a slash at the end adds none. */
    static List<String> segments(Request request) {
        String path = request.getHttpURI().getPath();
        List<String> segments = new ArrayList<>();
        if (path != null && path.length() > 1) {
            String inner = path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
            for (String segment : inner.split("/", -1)) {
                segments.add(decoded(segment));
            }
        }
        return segments;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    static Query query(Request request) {
        return Query.parse(request.getHttpURI().getQuery());
    }

    static ApiRequest.Headers headers(Request request) {
        HttpFields headers = request.getHeaders();
        String language = headers.get(HttpHeader.ACCEPT_LANGUAGE);
        return new ApiRequest.Headers(
                headers.get("X-Access-Token"),
                language != null && language.startsWith("da"),
                headers.get(HttpHeader.CONTENT_TYPE),
                headers.get("X-Filename"),
                "true".equals(headers.get("x-create-attachment")));
    }

    /** All bytes of the body, or null when there are too many. */
    static byte @Nullable [] body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            return body.length > LARGEST_BODY ? null : body;
        }
    }

    static void send(Response response, Callback callback, int status, String contentType, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
