package dk.ordrebro.billysimulator.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was answered. The access key is never in it.
 *
 * @param number counts up from 1 without gaps
 * @param companyId whose key it carried, or null
 * @param errorCode Billy's code of a refusal, or null
 * @param fault the fault that was played, or null
 * @param micros time until the answer stood ready, in microseconds
 * @param request the start of the request's body
 * @param response the start of the answer's body
 */
public record LogEntry(
        long number,
        Instant at,
        @Nullable String companyId,
        String method,
        String target,
        int status,
        @Nullable String errorCode,
        @Nullable String fault,
        long micros,
        String request,
        String response) {}
