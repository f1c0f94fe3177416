package dk.ordrebro.outside;

import dk.ordrebro.integration.OutsideAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends once. It follows no redirect, keeps no cookies, bounds time and size, and reaches only addresses on the public internet.
 */
public final class OutsideHttp implements AutoCloseable {

    private final OutsideAddresses outside;
    private final OutsideLimits limits;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watchdog;

    /**
     * A client of its own connections.
     *
     * @param name of the thread that ends calls which live too long
     */
    public OutsideHttp(String name, OutsideAddresses outside, OutsideLimits limits) {
        this.outside = outside;
        this.limits = limits;
        this.client = client(outside, limits);
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name + "-call-timeout").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(OutsideAddresses outside, OutsideLimits limits) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(Timeout.of(limits.silence()))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .build())
                        .setDnsResolver(new OutsideResolver(outside))
                        .setMaxConnPerRoute(limits.connectionsToOne())
                        .setMaxConnTotal(limits.connections())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .setResponseTimeout(Timeout.of(limits.silence()))
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

    /** Whether a request may go to this URL at all; where its host leads is judged when it is connected to. */
    public boolean allows(URI uri) {
        return outside.allows(uri);
    }

    /**
     * Sends once.
     *
     * @throws OutsideAddresses.InsideAddress when the host leads inside the network we run in
     * @throws IOException when no whole answer came in time
     */
    public <T> T exchange(HttpUriRequestBase message, HttpClientResponseHandler<? extends T> reader)
            throws IOException {
        var alarm = watchdog.schedule(message::cancel, limits.call().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(message, reader);
        } finally {
            alarm.cancel(false);
        }
    }

    /**
     * The whole body.
     *
     * @throws IOException when it is longer than we take; thrown, so that the connection is closed and the rest is never read
     */
    public byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        byte[] bytes = entity.getContent().readNBytes(limits.maxAnswer() + 1);
        if (bytes.length > limits.maxAnswer()) {
            throw new IOException("an answer of more than " + limits.maxAnswer() + " bytes");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
