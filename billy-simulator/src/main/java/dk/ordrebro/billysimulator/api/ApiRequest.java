package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.store.Deviation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request under {@code /v2}.
 *
 * @param segments decoded path segments after {@code /v2}; a trailing slash leaves none behind
 * @param headers the few headers that matter
 * @param body all bytes of the body, or null when it was above the limit
 * @param baseUri what links in the answer start with
 * @param startedNanos {@link System#nanoTime} when the request came in
 * @param ordered faults to work into the answer
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record ApiRequest(
        String method,
        List<String> segments,
        Query query,
        Headers headers,
        byte @Nullable [] body,
        String baseUri,
        long startedNanos,
        Set<Deviation> ordered) {

    /** A request that has just come in. */
    public static ApiRequest of(
            String method,
            List<String> segments,
            Query query,
            Headers headers,
            byte @Nullable [] body,
            String baseUri) {
        return new ApiRequest(method, segments, query, headers, body, baseUri, System.nanoTime(), Set.of());
    }

    public ApiRequest with(Set<Deviation> deviations) {
        return new ApiRequest(method, segments, query, headers, body, baseUri, startedNanos, deviations);
    }

    /**
     * The headers that matter.
     *
     * @param token X-Access-Token, or null
     * @param danish whether Accept-Language asks for Danish
     * @param contentType Content-Type, or null
     * @param fileName X-Filename, or null
     * @param createAttachment whether x-create-attachment is true
     */
    public record Headers(
            @Nullable String token,
            boolean danish,
            @Nullable String contentType,
            @Nullable String fileName,
            boolean createAttachment) {}
}
