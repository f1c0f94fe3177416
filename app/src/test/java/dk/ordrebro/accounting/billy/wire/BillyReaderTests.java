package dk.ordrebro.accounting.billy.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Workbench;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillyReaderTests {

    private static final BillyRequest QUESTION = BillyRequest.get("organization");

    private final FakeBilly billy = new FakeBilly();
    private final Workbench bench = new Workbench();
    private final BillyReader reader = bench.reader(billy.root());

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    private Code refusedWith() {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        AccountingUnavailable.class, () -> reader.get(QUESTION))
                .problem()
                .code();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void asksAgainWhenBillyIsAwayForAMoment(int status) {
        billy.on(
                "GET /organization",
                FakeBilly.html(status),
                FakeBilly.html(status),
                FakeBilly.file("organization.json"));

        BillyAnswer answer = reader.get(QUESTION);

        assertThat(answer.organization()).isNotNull();
        assertThat(bench.waits).hasSize(2);
        assertThat(bench.waits.get(0)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
        assertThat(bench.waits.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void asksAgainAfterALostAnswer() {
        billy.on(
                "GET /organization",
                FakeBilly.reset(),
                FakeBilly.half("{\"a\":1}"),
                FakeBilly.file("organization.json"));

        assertThat(reader.get(QUESTION).organization()).isNotNull();
    }

    @Test
    void givesUpAfterThreeRetries() {
        billy.on("GET /organization", FakeBilly.html(503));

        assertThat(refusedWith()).isEqualTo(Code.UNREACHABLE);
        assertThat(billy.calls()).hasSize(4);
    }

    @Test
    void triesADeadServerThreeTimesMore() {
        billy.close();

        assertThat(refusedWith()).isEqualTo(Code.UNREACHABLE);
        assertThat(bench.waits).hasSize(3);
    }

    @Test
    void waitsAsLongAsBillyAsks() {
        billy.on("GET /organization", FakeBilly.throttled(2), FakeBilly.file("organization.json"));

        assertThat(reader.get(QUESTION).organization()).isNotNull();
        assertThat(bench.waits).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void doesNotKeepItsCallerForAMinute() {
        billy.on("GET /organization", FakeBilly.throttled(60));

        assertThatThrownBy(() -> reader.get(QUESTION))
                .asInstanceOf(InstanceOfAssertFactories.type(AccountingUnavailable.class))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Code.THROTTLED))
                .satisfies(e -> assertThat(e.after()).hasValue(Duration.ofSeconds(60)));
        assertThat(bench.waits).isEmpty();
    }

    @Test
    void sendsNothingWhileBillyWantsToBeLeftAlone() {
        BillyConnection connection = bench.connection(billy.root(), 4);
        billy.on("GET /organization", FakeBilly.throttled(60), FakeBilly.file("organization.json"));

        connection.send(QUESTION);
        bench.clock.advance(Duration.ofSeconds(20));
        Exchange early = connection.send(QUESTION);
        bench.clock.advance(Duration.ofSeconds(41));
        Exchange inTime = connection.send(QUESTION);

        assertThat(early)
                .isInstanceOfSatisfying(
                        Exchange.NotDelivered.class,
                        not -> assertThat(not.after()).isEqualTo(Duration.ofSeconds(40)));
        assertThat(inTime).isInstanceOf(Exchange.Answered.class);
        assertThat(connection.calls()).isEqualTo(2);
        assertThat(billy.calls()).hasSize(2);
    }

    @Test
    void saysThatTheKeyIsDeadWithoutAskingTwice() {
        billy.on("GET /organization", FakeBilly.refusal(401, "OAUTH_INVALID_ACCESS_TOKEN", "Ukendt nøgle"));

        assertThat(refusedWith()).isEqualTo(Code.KEY_REFUSED);
        assertThat(billy.calls()).hasSize(1);
    }

    @Test
    void doesNotTakeAnotherServersNotFoundForBillys() {
        billy.on("GET /organization", FakeBilly.html(404));

        assertThatThrownBy(() -> reader.find(QUESTION)).isInstanceOf(AccountingUnavailable.class);
    }

    @Test
    void findsNothingWhereBillySaysSo() {
        assertThat(reader.find(QUESTION)).isEmpty();
    }

    @Test
    void takesAPageInsteadOfJsonForNoAnswer() {
        billy.on("GET /organization", FakeBilly.html(200));

        assertThat(refusedWith()).isEqualTo(Code.ODD_ANSWER);
    }

    @Test
    void letsSomeTextStandBeforeTheJson() {
        billy.on("GET /organization", FakeBilly.json("Notice: hej\n" + FakeBilly.read("organization.json")));

        assertThat(reader.get(QUESTION).organization()).isNotNull();
    }

    @Test
    void putsPathsAndQueriesSafelyIntoAnAddress() {
        BillyRequest request = BillyRequest.get("invoices", "a/../b?c").with("q", "100 % & æøå");

        assertThat(request.below(URI.create("https://eksempel.dk/v2")))
                .hasToString("https://eksempel.dk/v2/invoices/a%2F..%2Fb%3Fc?q=100%20%25%20%26%20%C3%A6%C3%B8%C3%A5");
    }
}
