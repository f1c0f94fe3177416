package dk.ordrebro.accounting.billy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTests {

    private static final String REFUSAL = """
            {"meta":{"statusCode":400,"success":false},"errorCode":"INVALID_RECORD","errorMessage":"Invalid record",
             "validationErrors":{"invoice":{"message":"Kontakten findes ikke","lines":[{"message":"Beløbet mangler"}]}}}""";

    private static Reply reply(int status, String body) {
        return Reply.of(new Exchange.Answered(status, BillyJson.read(body).orElse(null), Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void takesEverySuccessWithABodyAsDone(int status) {
        assertThat(reply(status, "{\"meta\":{\"success\":true},\"invoices\":[]}"))
                .isInstanceOf(Reply.Done.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 409, 422})
    void believesARefusalInBillysOwnWords(int status) {
        assertThat(reply(status, REFUSAL)).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.problem())
                    .isEqualTo(new Problem(Code.REJECTED, "Invalid record; Kontakten findes ikke; Beløbet mangler"));
        });
    }

    @ParameterizedTest
    @CsvSource({"401, KEY_REFUSED", "403, KEY_REFUSED", "429, THROTTLED"})
    void losesNothingToARefusalAtTheDoor(int status, Code code) {
        assertThat(reply(status, "<html>")).isInstanceOfSatisfying(Reply.NotSent.class, not -> {
            assertThat(not.problem().code()).isEqualTo(code);
            assertThat(not.after()).isEqualTo(Duration.ofSeconds(3));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>{</html>             | ODD_ANSWER",
                "200 | ''                         | ODD_ANSWER",
                "200 | [1]                        | ODD_ANSWER",
                "200 | {\"invoices\":[            | ODD_ANSWER",
                "200 | {\"meta\":{\"success\":false}} | ODD_ANSWER",
                "200 | {\"invoices\":\"mange\"}   | ODD_ANSWER",
                "302 | ''                         | ODD_ANSWER",
                "400 | <html>                     | ODD_ANSWER",
                "400 | {}                         | ODD_ANSWER",
                "404 | <html>                     | ODD_ANSWER",
                "408 | {\"errorMessage\":\"sent\"} | ODD_ANSWER",
                "500 | {\"errorCode\":\"INTERNAL_ERROR\"} | NO_ANSWER",
                "502 | <html>                     | NO_ANSWER",
                "503 | ''                         | NO_ANSWER",
                "504 | ''                         | NO_ANSWER"
            })
    void doubtsEverythingElse(int status, String body, Code code) {
        assertThat(reply(status, body))
                .isInstanceOfSatisfying(
                        Reply.Unknown.class,
                        unknown -> assertThat(unknown.problem().code()).isEqualTo(code));
    }

    @Test
    void keepsWhatTheWireKnew() {
        var problem = new Problem(Code.UNREACHABLE, "refused");

        assertThat(Reply.of(new Exchange.NotDelivered(problem, null))).isEqualTo(new Reply.NotSent(problem, null));
        assertThat(Reply.of(new Exchange.Lost(problem))).isEqualTo(new Reply.Unknown(problem));
    }
}
