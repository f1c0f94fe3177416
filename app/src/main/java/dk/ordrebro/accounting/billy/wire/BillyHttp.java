package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client for all companies. It sends once, follows nothing, keeps no cookies, bounds time and size, and always knows whether a
 * request may have left: a marker stands between the connecting and the sending.
 */
public final class BillyHttp implements AutoCloseable {

    private static final String LEFT_US = "dk.ordrebro.left-us";
    private static final String MASK = "••••••";

    private final BillyLimits limits;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watchdog;

    public BillyHttp(BillyLimits limits, InstantSource clock) {
        SilentWire.install();
        this.limits = limits;
        this.clock = clock;
        this.client = client(limits);
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("billy-call-timeout").factory());
        watchdog.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(BillyLimits limits) {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                .setSocketTimeout(Timeout.of(limits.responseTimeout()))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(10))
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(limits.maxConnections())
                .setMaxConnTotal(limits.maxConnections())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.turnTimeout()))
                        .setResponseTimeout(Timeout.of(limits.responseTimeout()))
                        .build())
                .setUserAgent("Ordrebro")
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), LEFT_US, BillyHttp::markAndSend)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    private static ClassicHttpResponse markAndSend(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(LEFT_US, true);
        return chain.proceed(request, scope);
    }

    /** Sends once. */
    public Exchange send(BillyRequest request, URI root, Secret key) {
        var message = message(request, root, key);
        var context = HttpClientContext.create();
        var alarm = watchdog.schedule(message::cancel, limits.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(message, context, response -> answer(response, key));
        } catch (IOException e) {
            String cause = masked(e.getClass().getSimpleName() + ": " + e.getMessage(), key);
            return context.getAttribute(LEFT_US) == null
                    ? new Exchange.NotDelivered(new Problem(Code.UNREACHABLE, cause), null)
                    : new Exchange.Lost(new Problem(Code.NO_ANSWER, cause));
        } finally {
            alarm.cancel(false);
        }
    }

    private static HttpUriRequestBase message(BillyRequest request, URI root, Secret key) {
        var message = new HttpUriRequestBase(request.method(), request.below(root));
        message.setHeader("X-Access-Token", key.reveal());
        message.setHeader(HttpHeaders.ACCEPT_LANGUAGE, "da_DK");
        message.setHeader(HttpHeaders.ACCEPT, "application/json");
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(BillyJson.write(request.body()), ContentType.APPLICATION_JSON));
        }
        return message;
    }

    private Exchange answer(ClassicHttpResponse response, Secret key) throws IOException {
        int status = response.getCode();
        String text = text(response.getEntity());
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return new Exchange.Answered(
                status,
                BillyJson.read(status < 400 ? text : masked(text, key)).orElse(null),
                RetryAfter.parse(retryAfter == null ? null : retryAfter.getValue(), clock.instant()));
    }

    private String text(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        int most = Math.toIntExact(limits.maxAnswer().toBytes());
        byte[] bytes = entity.getContent().readNBytes(most + 1);
        if (bytes.length > most) {
            // Thrown, so that the connection is closed and the rest is never read.
            throw new IOException("an answer of more than " + most + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String masked(String text, Secret key) {
        return key.reveal().isEmpty() ? text : text.replace(key.reveal(), MASK);
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
