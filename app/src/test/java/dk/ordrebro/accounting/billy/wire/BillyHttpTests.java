package dk.ordrebro.accounting.billy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Workbench;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.BillyOrganization;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BillyHttpTests {

    private static final BillyRequest READ = BillyRequest.get("organization");
    private static final BillyRequest WRITE = BillyRequest.post("invoices", BillyJson.object());

    private final FakeBilly billy = new FakeBilly();
    private final Workbench bench = new Workbench();

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    private Exchange send(BillyRequest request) {
        return bench.http().send(request, billy.root(), Workbench.KEY);
    }

    @Test
    void saysWhoAsksAndInWhichLanguage() {
        billy.on("GET /organization", FakeBilly.file("organization.json"));

        Exchange exchange = send(READ);

        assertThat(exchange).isInstanceOfSatisfying(Exchange.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.body())
                    .extracting(BillyAnswer::organization)
                    .extracting(BillyOrganization::name)
                    .isEqualTo("Nordlys Te ApS");
        });
        assertThat(billy.last("GET /organization").headers())
                .containsEntry("X-Access-Token", Workbench.KEY.reveal())
                .containsEntry("Accept-Language", "da_DK")
                .doesNotContainKeys("Cookie", "Authorization");
    }

    @Test
    void knowsThatNothingLeftWhenNobodyListens() {
        URI root = billy.root();
        billy.close();

        Exchange exchange = bench.http().send(WRITE, root, Workbench.KEY);

        assertThat(exchange).isInstanceOfSatisfying(Exchange.NotDelivered.class, not -> {
            assertThat(not.problem().code()).isEqualTo(Code.UNREACHABLE);
            assertThat(not.problem().detail()).contains("refused");
        });
    }

    @Test
    void knowsThatNothingLeftWhenTheNameIsUnknown() {
        Exchange exchange = bench.http().send(WRITE, URI.create("http://billy.invalid/v2"), Workbench.KEY);

        assertThat(exchange).isInstanceOf(Exchange.NotDelivered.class);
    }

    @Test
    void knowsThatNothingLeftWhenTheHandshakeFails() {
        URI plainSpoken = URI.create(billy.root().toString().replace("http:", "https:"));

        Exchange exchange = bench.http().send(WRITE, plainSpoken, Workbench.KEY);

        assertThat(exchange).isInstanceOf(Exchange.NotDelivered.class);
        assertThat(billy.calls()).isEmpty();
    }

    static Stream<Arguments> answersThatNeverBecomeWhole() {
        return Stream.of(
                Arguments.of("reset", FakeBilly.reset()),
                Arguments.of("half a body", FakeBilly.half("{\"invoices\":[{\"id\":\"a\"}]}")),
                Arguments.of("silence", FakeBilly.silence()),
                Arguments.of("one byte at a time", FakeBilly.drip()),
                Arguments.of("no HTTP", (FakeBilly.Answer) (call, socket, out) ->
                        out.write("hej\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                Arguments.of("larger than we take", FakeBilly.json("{\"x\":\"" + "y".repeat(3_000_000) + "\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answersThatNeverBecomeWhole(String what, FakeBilly.Answer answer) {
        billy.on("POST /invoices", answer);

        Exchange exchange = send(WRITE);

        assertThat(exchange).as(what).isInstanceOf(Exchange.Lost.class);
        assertThat(billy.called()).containsExactly("POST /invoices");
    }

    @Test
    void serveTheNextCallAfterABrokenOne() {
        billy.on("POST /invoices", FakeBilly.half("{\"a\":1}"))
                .on("GET /organization", FakeBilly.file("organization.json"));

        send(WRITE);

        assertThat(send(READ)).isInstanceOf(Exchange.Answered.class);
    }

    @Test
    void followsNoRedirect() {
        billy.on(
                "GET /organization",
                FakeBilly.text(302, "text/plain", "Location: " + billy.root() + "/elsewhere\r\n", ""));

        Exchange exchange = send(READ);

        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(302));
        assertThat(billy.called()).containsExactly("GET /organization");
    }

    @Test
    void keepsNoCookies() {
        billy.on("GET /organization", FakeBilly.text(200, "application/json", "Set-Cookie: session=1\r\n", "{}"));

        send(READ);
        send(READ);

        assertThat(billy.last("GET /organization").headers()).doesNotContainKey("Cookie");
    }

    @Test
    void readsHowLongToStayAway() {
        billy.on("GET /organization", FakeBilly.throttled(7));

        Exchange exchange = send(READ);

        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered -> assertThat(answered.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void masksAKeyThatBillyRepeats() {
        billy.on(
                "GET /organization",
                FakeBilly.refusal(401, "OAUTH_INVALID_ACCESS_TOKEN", "No token " + Workbench.KEY.reveal()));

        Exchange exchange = send(READ);

        assertThat(exchange.toString()).contains("No token ••••••").doesNotContain(Workbench.KEY.reveal());
    }

    /** All logs at once, and HttpClient's of heads and bodies turned on by name as somebody might who looks for a fault. */
    @Test
    void showsTheKeyInNoLogHoweverMuchIsLogged(CapturedOutput output) {
        var talkative = Stream.concat(Stream.of("ROOT"), SilentWire.TALKATIVE.stream())
                .map(name -> (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(name))
                .toList();
        var before = talkative.stream()
                .map(logger -> Optional.ofNullable(logger.getLevel()))
                .toList();
        talkative.forEach(logger -> logger.setLevel(ch.qos.logback.classic.Level.TRACE));
        try {
            billy.on("GET /organization", FakeBilly.file("organization.json"))
                    .on("POST /invoices", FakeBilly.reset())
                    .on("GET /contacts", FakeBilly.refusal(401, "OAUTH_INVALID_ACCESS_TOKEN", Workbench.KEY.reveal()));

            bench.connection(billy.root(), 1).send(READ);
            bench.connection(billy.root(), 1).send(WRITE);
            bench.connection(billy.root(), 1).send(BillyRequest.get("contacts"));
        } finally {
            for (int i = 0; i < talkative.size(); i++) {
                talkative.get(i).setLevel(before.get(i).orElse(null));
            }
        }

        assertThat(output.getAll())
                .contains("GET /organization answered 200", "POST /invoices got no answer")
                .contains("InternalHttpClient", "executing POST /v2/invoices")
                .doesNotContain(Workbench.KEY.reveal());
    }
}
