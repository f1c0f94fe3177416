package dk.ordrebro.api;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.SignedIn;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * So many API calls a second for each company on each node, with room for a burst; a program gone wild slows down itself and nobody else.
 * Who has used theirs up is answered 429 and told when to come back.
 */
final class RateLimit implements HandlerInterceptor {

    private static final int BURST_SECONDS = 5;

    private final int perSecond;
    private final TimeMeter time;
    private final Map<CompanyId, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.time = new Meter(clock);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn me)) {
            return true;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(me.company(), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            refuse(response, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return probe.isConsumed();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST_SECONDS).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String body = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
                + "\"detail\":\"At most " + perSecond + " calls a second.\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private record Meter(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
