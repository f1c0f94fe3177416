package dk.ordrebro.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.ordrebro.SettableClock;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ShopHttpTests {

    private static final Pace FREE = new Pace(Duration.ZERO);
    private static final Secret KEY = new Secret("cs_hemmelig");
    private static final OrderIntegrationId SHOP = new OrderIntegrationId(new UUID(0, 1));
    private static final ShopLimits LIMITS = new ShopLimits(
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            DataSize.ofKilobytes(10),
            10,
            10,
            DataSize.ofMegabytes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    private final SettableClock clock = SettableClock.atNoon();
    private final List<Duration> waited = new ArrayList<>();
    private final ShopHttp http = http(true);
    private HttpServer server;

    private ShopHttp http(boolean allowPrivate) {
        return new ShopHttp(LIMITS, new OutsideAddresses(allowPrivate), clock, new Turns(clock, time -> {
            waited.add(time);
            clock.advance(time);
        }));
    }

    @BeforeEach
    void openShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
        http.close();
    }

    private interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    private URI at(String path, Handler handler) {
        server.createContext(path, handler::answer);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Handler says(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private ShopUnavailable failure(URI uri) {
        return catchThrowableOfType(
                ShopUnavailable.class,
                () -> http.send(SHOP, FREE, ShopRequest.get(uri).bearer(KEY)));
    }

    @Test
    void givesTheWholeAnswer() {
        URI uri = at("/orders", says(200, "[\"ø\"]", "X-WP-Total", "7"));

        ShopAnswer answer = http.send(SHOP, FREE, ShopRequest.get(uri));

        assertThat(answer.isGood()).isTrue();
        assertThat(answer.text()).isEqualTo("[\"ø\"]");
        assertThat(answer.header("x-wp-total")).contains("7");
    }

    @Test
    void doesNotFollowAShopSomewhereElse() {
        at("/inside", says(200, "secret"));
        URI uri = at("/orders", says(302, "", "Location", "/inside"));

        assertThat(http.send(SHOP, FREE, ShopRequest.get(uri)).status()).isEqualTo(302);
    }

    @Test
    void reachesNoAddressInside() {
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/orders");

        ShopUnavailable refused =
                catchThrowableOfType(ShopUnavailable.class, () -> http(false).send(SHOP, FREE, ShopRequest.get(uri)));

        assertThat(refused.code()).isEqualTo(ShopUnavailable.Code.ADDRESS_REFUSED);
    }

    @Test
    void reachesNoAddressInsideThatIsWrittenAsANumber() {
        for (String host : List.of("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1")) {
            ShopUnavailable refused = catchThrowableOfType(
                    ShopUnavailable.class,
                    () -> http(false).send(SHOP, FREE, ShopRequest.get(URI.create("https://" + host + "/"))));

            assertThat(refused.code()).as(host).isEqualTo(ShopUnavailable.Code.ADDRESS_REFUSED);
        }
    }

    @Test
    void speaksNoPlainHttpToTheOutside() {
        assertThat(failure(URI.create("http://butik.example/")).code()).isEqualTo(ShopUnavailable.Code.ADDRESS_REFUSED);
    }

    @Test
    void givesUpOnSilenceAndOnTooMuch() {
        URI silent = at("/silent", exchange -> {});
        URI large = at("/large", says(200, "x".repeat(11 * 1024)));

        assertThat(failure(silent).code()).isEqualTo(ShopUnavailable.Code.UNREACHABLE);
        assertThat(failure(large).code()).isEqualTo(ShopUnavailable.Code.UNREACHABLE);
    }

    @Test
    void showsNoSecretThatAShopSendsBack() {
        URI uri = at("/echo", says(401, "the key " + KEY.reveal() + " is wrong"));
        ShopRequest request = ShopRequest.get(uri).bearer(KEY);

        ShopAnswer answer = http.send(SHOP, FREE, request);

        assertThat(answer.refusal().getMessage()).contains("is wrong").doesNotContain(KEY.reveal());
        assertThat(request.toString()).doesNotContain(KEY.reveal());
    }

    @Test
    void staysAwayForAsLongAsAShopAsksAndOnlyFromThatOne() {
        URI uri = at("/busy", says(429, "slow down", "Retry-After", "60"));

        assertThat(http.send(SHOP, FREE, ShopRequest.get(uri)).refusal().after())
                .contains(Duration.ofSeconds(60));
        assertThat(failure(uri).after()).contains(Duration.ofSeconds(60));
        assertThat(http.send(new OrderIntegrationId(new UUID(0, 2)), FREE, ShopRequest.get(uri))
                        .status())
                .isEqualTo(429);
        clock.advance(Duration.ofSeconds(60));
        assertThat(http.send(SHOP, FREE, ShopRequest.get(uri)).status()).isEqualTo(429);
    }

    @Test
    void keepsAShopsPace() {
        URI uri = at("/orders", says(200, "[]"));

        for (int i = 0; i < 5; i++) {
            http.send(SHOP, Pace.perSecond(2), ShopRequest.get(uri));
        }

        assertThat(waited)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @Test
    void understandsRetryAfterAsADate() {
        clock.set(java.time.Instant.parse("2026-11-23T12:00:00Z"));
        URI uri = at("/busy", says(503, "", "Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT"));

        assertThat(http.send(SHOP, FREE, ShopRequest.get(uri)).refusal().after())
                .contains(Duration.ofSeconds(30));
    }
}
