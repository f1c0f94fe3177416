package dk.ordrebro.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.mail.Mails.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailsTests {

    private final GivenAccess given = new GivenAccess();
    private final CompanyId company = given.companies.create("Butik").id();
    private final String to = given.address();
    private final Mail letter = new Mail(to, "Velkommen til Køge", "Læs: https://ordrebro.example/x?a=b\n\næøå");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Outbox outbox = new Outbox(given.jdbc, given.ids, given.clock, Optional.empty());

    @BeforeEach
    void start() {
        server.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                .withUser("ordrebro@butik.example", "ordrebro", "hemmelig"));
        server.start();
        outbox = outbox(server.getSmtp().getPort());
        given.jdbc.sql("delete from mail").update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Outbox outbox(int port) {
        return new Outbox(
                given.jdbc,
                given.ids,
                given.clock,
                Optional.of(
                        MailServer.of("smtp://127.0.0.1:" + port, "ordrebro", "hemmelig", "ordrebro@butik.example")));
    }

    @Test
    void sendsALetterOnce() throws Exception {
        assertThat(outbox.put(company, letter)).isTrue();

        outbox.send();
        outbox.send();

        assertThat(server.getReceivedMessages()).hasSize(1);
        var received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(letter.subject());
        assertThat(received.getAllRecipients()[0]).hasToString(to);
        assertThat(received.getFrom()[0]).hasToString("ordrebro@butik.example");
        assertThat(received.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(letter.text());
        assertThat(outbox.latest(company, 10))
                .singleElement()
                .satisfies(posted -> assertThat(posted.state()).isEqualTo(State.SENT));
        assertThat(bodies()).containsExactly("");
    }

    @Test
    void triesAgainLaterAndLaterAndGivesUpAfterADay() {
        Outbox dead = outbox(freePort());
        dead.put(company, letter);

        dead.send();
        dead.send();
        assertThat(dead.latest(company, 1).getFirst().attempts()).isOne();
        given.clock.advance(Duration.ofMinutes(1));
        dead.send();
        given.clock.advance(Duration.ofMinutes(1));
        dead.send();

        var posted = dead.latest(company, 1).getFirst();
        assertThat(posted.attempts()).isEqualTo(2);
        assertThat(posted.state()).isEqualTo(State.WAITING);
        assertThat(posted.failure()).contains("127.0.0.1");

        given.clock.advance(Outbox.GIVEN_UP_AFTER);
        dead.send();
        given.clock.advance(Outbox.GIVEN_UP_AFTER);
        dead.send();

        assertThat(dead.latest(company, 1).getFirst())
                .satisfies(last -> assertThat(last.state()).isEqualTo(State.GIVEN_UP))
                .satisfies(last -> assertThat(last.attempts()).isEqualTo(3));
        assertThat(bodies()).containsExactly("");
    }

    @Test
    void arrivesWhenTheServerIsBack() {
        outbox(freePort()).put(company, letter);
        outbox(freePort()).send();
        given.clock.advance(Duration.ofMinutes(1));

        outbox.send();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void keepsNothingWithoutAServer() {
        var none = new Outbox(given.jdbc, given.ids, given.clock, Optional.empty());

        assertThat(none.areSetUp()).isFalse();
        assertThat(none.put(company, letter)).isFalse();
        none.send();

        assertThat(none.latest(company, 10)).isEmpty();
    }

    @Test
    void hidesLettersOfOneCompanyFromAnother() {
        outbox.put(company, letter);
        outbox.put(null, letter);

        assertThat(outbox.latest(company, 10)).hasSize(1);
        assertThat(outbox.latest(given.companies.create("En anden").id(), 10)).isEmpty();
    }

    @Test
    void keepsASubjectOnOneLine() throws Exception {
        outbox.put(company, new Mail(to, "En\r\nBcc: alle@butik.example", "tekst"));

        outbox.send();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("En Bcc: alle@butik.example");
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.of("mail.example.com", "", "", "a@b.example"))
                .withMessageContaining("ORDREBRO_SMTP_URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailServer.of("smtp://mail.example.com", "", "", ""))
                .withMessageContaining("ORDREBRO_SMTP_FROM");
    }

    private java.util.List<String> bodies() {
        return given.jdbc
                .sql("select body from mail")
                .query((row, number) -> row.getString("body"))
                .list();
    }

    /** A port that nobody listens at. */
    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }
}
