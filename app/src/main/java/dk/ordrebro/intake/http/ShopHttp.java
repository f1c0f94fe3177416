package dk.ordrebro.intake.http;

import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Raw;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The one HTTP client for all shops. It sends once, follows no redirect, keeps no cookies, bounds time and size, reaches only addresses on the
 * public internet, keeps each shop's pace, and shows no secret.
 */
public final class ShopHttp implements AutoCloseable {

    private static final String MASK = "••••••";
    private static final int EXCERPT = 300;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /** HttpClient's own logs of heads and bodies would show keys and customers, so nobody can turn them on. */
    private static final List<String> TALKATIVE =
            List.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    private final ShopLimits limits;
    private final OutsideAddresses outside;
    private final InstantSource clock;
    private final Turns turns;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watchdog;

    public ShopHttp(ShopLimits limits, OutsideAddresses outside, InstantSource clock, Turns turns) {
        LoggingSystem logging = LoggingSystem.get(ShopHttp.class.getClassLoader());
        TALKATIVE.forEach(logger -> logging.setLogLevel(logger, LogLevel.OFF));
        this.limits = limits;
        this.outside = outside;
        this.clock = clock;
        this.turns = turns;
        this.client = client(limits, outside);
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("shop-call-timeout").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(ShopLimits limits, OutsideAddresses outside) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDnsResolver(new OutsideResolver(outside))
                .setMaxConnPerRoute(limits.maxConnectionsToOne())
                .setMaxConnTotal(limits.maxConnections())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connectTimeout()))
                        .setResponseTimeout(Timeout.of(limits.responseTimeout()))
                        .build())
                .setUserAgent("Ordrebro")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    /** The name is resolved here and nowhere else, so what was judged is what is connected to. */
    private record OutsideResolver(OutsideAddresses outside) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return outside.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * Sends once, when the shop's turn has come.
     *
     * @throws ShopUnavailable when no whole answer came; an answer of any status is returned
     */
    public ShopAnswer send(OrderIntegrationId shop, Pace pace, ShopRequest request) {
        if (!outside.allows(request.uri())) {
            throw new ShopUnavailable(ShopUnavailable.Code.ADDRESS_REFUSED, request.toString());
        }
        turns.take(shop, pace);
        ShopAnswer answer = exchange(request);
        if (answer.retryAfter() != null && (answer.status() == 429 || answer.status() == 503)) {
            turns.pause(shop, answer.retryAfter());
        }
        return answer;
    }

    /** For shops that tell in the body how long to stay away. */
    public void pause(OrderIntegrationId shop, Duration silence) {
        turns.pause(shop, silence);
    }

    private ShopAnswer exchange(ShopRequest request) {
        var message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::setHeader);
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body().bytes(), null));
        }
        var alarm = watchdog.schedule(message::cancel, limits.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(message, response -> answer(response, request.secrets()));
        } catch (OutsideAddresses.InsideAddress inside) {
            throw new ShopUnavailable(ShopUnavailable.Code.ADDRESS_REFUSED, String.valueOf(inside.getMessage()));
        } catch (IOException e) {
            throw new ShopUnavailable(
                    ShopUnavailable.Code.UNREACHABLE,
                    masked(e.getClass().getSimpleName() + ": " + e.getMessage(), request.secrets()));
        } finally {
            alarm.cancel(false);
        }
    }

    private ShopAnswer answer(ClassicHttpResponse response, List<Secret> secrets) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = bytes(response.getEntity());
        return new ShopAnswer(
                response.getCode(),
                Map.copyOf(headers),
                Raw.of(body),
                retryAfter(headers.get(HttpHeaders.RETRY_AFTER.toLowerCase(Locale.ROOT))),
                excerpt(body, secrets));
    }

    private byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        int most = Math.toIntExact(limits.maxAnswer().toBytes());
        byte[] bytes = entity.getContent().readNBytes(most + 1);
        if (bytes.length > most) {
            // Thrown, so that the connection is closed and the rest is never read.
            throw new IOException("an answer of more than " + most + " bytes");
        }
        return bytes;
    }

    private static String excerpt(byte[] body, List<Secret> secrets) {
        String text = masked(new String(body, StandardCharsets.UTF_8), secrets).replaceAll("\\s+", " ");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static String masked(String text, List<Secret> secrets) {
        String masked = text;
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                masked = masked.replace(secret.reveal(), MASK);
            }
        }
        return masked;
    }

    /** Seconds or an HTTP date; null when there is none or it makes no sense. */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return within(Duration.ofSeconds(Long.parseLong(text.replaceAll("\\..*", ""))));
        }
        Instant date = DateUtils.parseStandardDate(text);
        return date == null ? null : within(Duration.between(clock.instant(), date));
    }

    private static Duration within(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
