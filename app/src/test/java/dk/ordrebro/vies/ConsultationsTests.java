package dk.ordrebro.vies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.SettableClock;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Ids;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.outside.OutsideHttp;
import dk.ordrebro.outside.OutsideLimits;
import dk.ordrebro.vies.Consultation.Result;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way the EU's register answers, and every way it fails to. */
class ConsultationsTests {

    private static final VatNumber GERMAN =
            VatNumber.read("DE 811.569.869", "DE").orElseThrow();
    private static final Optional<VatNumber> OURS = VatNumber.read("13585628", "DK");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final SettableClock clock = SettableClock.atNoon();
    private final PaperRegister register = new PaperRegister();
    private final OutsideHttp patient = waiting(LONG);
    private final OutsideHttp impatient = waiting(SHORT);
    private final CompanyId company = GivenAccess.company();
    private Consultations consultations = asking(patient);

    private static OutsideHttp waiting(Duration time) {
        return new OutsideHttp(
                "vies-test", new OutsideAddresses(true), new OutsideLimits(LONG, time, time, 4096, 2, 2));
    }

    private Consultations asking(OutsideHttp http) {
        return new JdbcConsultations(
                SharedDatabase.jdbc(), new Ids(clock, new SecureRandom()), clock, new Vies(http, register.address()));
    }

    private Consultation ask() {
        return consultations.ask(company, GERMAN, OURS, "Ida");
    }

    private Obstacle obstacle() {
        Consultation asked = ask();
        assertThat(asked.result()).isEqualTo(Result.NOT_TOLD);
        assertThat(consultations.latest(company, GERMAN)).isEmpty();
        return Objects.requireNonNull(asked.obstacle());
    }

    @AfterEach
    void close() throws IOException {
        register.close();
        patient.close();
        impatient.close();
    }

    @Test
    void keepsAYesWithTheNumberThatProvesIt() {
        Consultation asked = ask();

        assertThat(asked.result()).isEqualTo(Result.REGISTERED);
        assertThat(asked.proof()).isEqualTo("WAPIAAAAaEDkvhHx");
        assertThat(asked.name()).isEqualTo("ACME GmbH");
        assertThat(asked.address()).isEqualTo("Hauptstraße 1\n10115 Berlin");
        assertThat(asked.at()).isEqualTo(clock.instant());
        assertThat(consultations.latest(company, GERMAN)).contains(asked);
        assertThat(register.questions)
                .singleElement()
                .hasToString("{\"countryCode\":\"DE\",\"vatNumber\":\"811569869\","
                        + "\"requesterMemberStateCode\":\"DK\",\"requesterNumber\":\"13585628\"}");
    }

    @Test
    void keepsANo() {
        register.from(PaperRegister::unknown);

        assertThat(ask().result()).isEqualTo(Result.NOT_REGISTERED);
        assertThat(consultations.latest(company, GERMAN))
                .get()
                .extracting(Consultation::name)
                .isNull();
    }

    @Test
    void saysWhereACountryTellsNoName() {
        register.from((exchange, question) ->
                PaperRegister.say(exchange, 200, PaperRegister.told(question, true, "---", "---")));

        assertThat(ask())
                .extracting(Consultation::result, Consultation::name, Consultation::address)
                .containsExactly(Result.REGISTERED, null, null);
    }

    @Test
    void hasNoProofWithoutItsOwnNumber() {
        Consultation asked = consultations.ask(company, GERMAN, Optional.empty(), "Ida");

        assertThat(asked.result()).isEqualTo(Result.REGISTERED);
        assertThat(asked.proof()).isNull();
        assertThat(asked.requester()).isNull();
    }

    @Test
    void asksWithoutItsOwnNumberWhereThatIsRefused() {
        register.from((exchange, question) -> {
            if (question.has("requesterNumber")) {
                PaperRegister.error(200, "INVALID_REQUESTER_INFO").answer(exchange, question);
            } else {
                PaperRegister.valid(exchange, question);
            }
        });

        Consultation asked = ask();

        assertThat(asked.result()).isEqualTo(Result.REGISTERED);
        assertThat(asked.proof()).isNull();
        assertThat(register.questions).hasSize(2);
    }

    @Test
    void asksOnceADayAboutANumber() {
        Consultation first = ask();
        clock.advance(Duration.ofHours(2));

        assertThat(ask()).isEqualTo(first);
        assertThat(register.questions).hasSize(1);

        clock.advance(Duration.ofHours(24));
        register.from(PaperRegister::unknown);
        assertThat(ask().result()).isEqualTo(Result.NOT_REGISTERED);
        assertThat(register.questions).hasSize(2);
    }

    @Test
    void asksAgainAtOnceWhereNothingWasTold() {
        register.from(PaperRegister.error(200, "MS_UNAVAILABLE"));
        assertThat(obstacle()).isEqualTo(Obstacle.COUNTRY_AWAY);

        register.from(PaperRegister::valid);
        assertThat(ask().result()).isEqualTo(Result.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({
        "200,MS_UNAVAILABLE,COUNTRY_AWAY",
        "500,MS_UNAVAILABLE,COUNTRY_AWAY",
        "200,TIMEOUT,UNREACHABLE",
        "500,SERVICE_UNAVAILABLE,UNREACHABLE",
        "200,MS_MAX_CONCURRENT_REQ,BUSY",
        "200,GLOBAL_MAX_CONCURRENT_REQ_TIME,BUSY",
        "200,IP_BLOCKED,BLOCKED",
        "200,VAT_BLOCKED,BLOCKED",
        "200,INVALID_INPUT,ODD_ANSWER",
        "400,VOW-ERR-11,ODD_ANSWER",
        "200,SOMETHING_NEW,ODD_ANSWER"
    })
    void takesNoFailureForANo(int status, String code, Obstacle obstacle) {
        register.from(PaperRegister.error(status, code));

        assertThat(obstacle()).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"503,UNREACHABLE", "502,UNREACHABLE", "429,BUSY", "403,BLOCKED", "404,ODD_ANSWER"})
    void takesNoPageOfSomebodyElseForANo(int status, Obstacle obstacle) {
        register.from((exchange, _) -> PaperRegister.say(exchange, status, "<html>gateway</html>"));

        assertThat(obstacle()).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>VIES</html>",
                "[]",
                "{}",
                "{\"countryCode\":\"DE\",\"vatNumber\":\"811569869\",\"val",
                "{\"countryCode\":\"DE\",\"vatNumber\":\"811569869\"}",
                "{\"countryCode\":\"DE\",\"vatNumber\":\"811569869\",\"valid\":\"false\"}",
                "{\"countryCode\":\"DE\",\"vatNumber\":\"811569869\",\"valid\":null}",
                "{\"countryCode\":\"AT\",\"vatNumber\":\"811569869\",\"valid\":false}",
                "{\"countryCode\":\"DE\",\"vatNumber\":\"999999999\",\"valid\":true}",
                "{\"valid\":true}"
            })
    void takesNoOddAnswerForAYesOrANo(String body) {
        register.from((exchange, _) -> PaperRegister.say(exchange, 200, body));

        assertThat(obstacle()).isEqualTo(Obstacle.ODD_ANSWER);
    }

    @Test
    void takesAFailureThatAlsoSaysFalseForAFailure() {
        register.from((exchange, _) -> PaperRegister.say(exchange, 200, """
                {"countryCode":"DE","vatNumber":"811569869","valid":false,"userError":"IP_BLOCKED"}"""));

        assertThat(obstacle()).isEqualTo(Obstacle.BLOCKED);
    }

    @Test
    void givesUpOnSilence() {
        consultations = asking(impatient);
        register.from(register.silence());

        assertThat(obstacle()).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void givesUpOnHalfAnAnswer() {
        consultations = asking(impatient);
        register.from((exchange, _) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"valid\":false,".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            register.silence().answer(exchange, register.questions.getFirst());
        });

        assertThat(obstacle()).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void readsNoEndlessAnswer() {
        register.from((exchange, _) -> PaperRegister.say(exchange, 200, "x".repeat(5000)));

        assertThat(obstacle()).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void followsTheRegisterNowhere() {
        register.from((exchange, _) -> {
            exchange.getResponseHeaders().add("Location", "/rest-api/elsewhere");
            PaperRegister.say(exchange, 302, "");
        });

        assertThat(obstacle()).isEqualTo(Obstacle.ODD_ANSWER);
        assertThat(register.questions).hasSize(1);
    }

    @Test
    void saysThatNobodyListens() {
        register.close();

        assertThat(obstacle()).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void asksNobodyWhereItIsSwitchedOff() {
        Consultations off =
                new JdbcConsultations(SharedDatabase.jdbc(), new Ids(clock, new SecureRandom()), clock, null);

        assertThat(off.isOn()).isFalse();
        assertThat(off.ask(company, GERMAN, OURS, "Ida").obstacle()).isEqualTo(Obstacle.SWITCHED_OFF);
        assertThat(register.questions).isEmpty();
    }

    @Test
    void showsAnotherCompanyNothing() {
        ask();

        assertThat(consultations.latest(GivenAccess.company(), GERMAN)).isEmpty();
    }

    @Test
    void readsANumberAsItIsWritten() {
        assertThat(VatNumber.read("gr 123456783", "GR").map(VatNumber::country)).contains("EL");
        assertThat(VatNumber.read("123456783", "GR")).isEqualTo(VatNumber.read("EL123456783", "DE"));
        assertThat(VatNumber.read("XI 123 4567 89", "GB").map(VatNumber::toString))
                .contains("XI123456789");
        assertThat(VatNumber.read("GB123456789", "GB")).isEmpty();
        assertThat(VatNumber.read("DE12345678", "DE")).isEmpty();
    }
}
