package dk.ordrebro.webhook;

import dk.ordrebro.integration.OutsideAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends once. It follows no redirect, reaches only addresses on the public internet, and gives back the status alone: what an address answers is
 * neither read nor shown, so that nobody can look through us at what they could not reach.
 */
final class Caller implements AutoCloseable {

    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_TO_ONE = 2;

    private final OutsideAddresses outside;
    private final Duration callTimeout;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watchdog;

    Caller(OutsideAddresses outside, Duration callTimeout) {
        this.outside = outside;
        this.callTimeout = callTimeout;
        this.client = client(outside, Timeout.of(callTimeout));
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-call-timeout").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(OutsideAddresses outside, Timeout timeout) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .build())
                        .setDnsResolver(new OutsideResolver(outside))
                        .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                        .setMaxConnTotal(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Ordrebro")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
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
     * What came of it.
     *
     * @param status null when no answer came
     * @param problem in a few words, when it did not work
     */
    record Answer(@Nullable Integer status, @Nullable String problem) {

        boolean isGood() {
            return status != null && status >= 200 && status < 300;
        }
    }

    Answer post(URI url, Map<String, String> headers, byte[] body) {
        if (!outside.allows(url)) {
            return new Answer(null, "address-refused");
        }
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        var alarm = watchdog.schedule(request::cancel, callTimeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int status = client.execute(request, response -> response.getCode());
            return new Answer(status, status >= 200 && status < 300 ? null : "status");
        } catch (OutsideAddresses.InsideAddress _) {
            return new Answer(null, "address-refused");
        } catch (IOException _) {
            return new Answer(null, "unreachable");
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
