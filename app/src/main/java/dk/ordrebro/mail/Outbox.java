package dk.ordrebro.mail;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Times;
import dk.ordrebro.mail.Mails.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;

/** The letters in PostgreSQL, and their way to the mail server. */
class Outbox implements Mails {

    /** How long the mail server is asked again. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int BATCH = 20;
    private static final int LONGEST_FAILURE = 500;
    /** A node that dies while it sends has its letters sent by another after this. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final Optional<MailServer> server;

    Outbox(JdbcClient jdbc, Ids ids, InstantSource clock, Optional<MailServer> server) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.server = server;
    }

    private record Claimed(UUID id, Mail mail, int attempts, Instant createdAt) {}

    @Override
    public boolean areSetUp() {
        return server.isPresent();
    }

    @Override
    public boolean put(@Nullable CompanyId company, Mail mail) {
        if (server.isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        insert into mail (mail_id, company_id, recipient, subject, body, state, created_at, due_at)
                        values (:id, :company, :to, :subject, :body, 'WAITING', :now, :now)
                        """)
                .param("id", ids.next())
                .param("company", company == null ? null : company.value())
                .param("to", mail.to())
                // A line break here would begin another header.
                .param("subject", mail.subject().replaceAll("\\s+", " "))
                .param("body", mail.text())
                .param("now", Times.sql(clock.instant()))
                .update();
        return true;
    }

    @Override
    public List<Posted> latest(CompanyId company, int size) {
        return jdbc.sql("""
                        select recipient, subject, state, attempts, failure, created_at
                        from mail
                        where company_id = :company
                        order by mail_id desc
                        limit :size
                        """)
                .param("company", company.value())
                .param("size", size)
                .query((row, number) -> new Posted(
                        row.getString("recipient"),
                        row.getString("subject"),
                        State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        row.getString("failure"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Sends what is due, until nothing is. */
    void send() {
        server.ifPresent(mailServer -> {
            List<Claimed> claimed = claim();
            while (!claimed.isEmpty()) {
                claimed.forEach(letter -> send(mailServer, letter));
                claimed = claim();
            }
        });
    }

    private List<Claimed> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update mail set attempts = attempts + 1, due_at = :until
                        where mail_id in (
                            select mail_id from mail
                            where state = 'WAITING' and due_at <= :now
                            order by due_at
                            limit :batch
                            for update skip locked)
                        returning mail_id, recipient, subject, body, attempts, created_at
                        """)
                .param("now", Times.sql(now))
                .param("until", Times.sql(now.plus(CLAIM)))
                .param("batch", BATCH)
                .query((row, number) -> new Claimed(
                        row.getObject("mail_id", UUID.class),
                        new Mail(row.getString("recipient"), row.getString("subject"), row.getString("body")),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void send(MailServer mailServer, Claimed letter) {
        try {
            mailServer.send(letter.mail());
        } catch (MailException refused) {
            failed(letter, Objects.requireNonNullElse(refused.getMessage(), "No reason given"));
            return;
        }
        finish(letter, State.SENT, "");
    }

    private void failed(Claimed letter, String why) {
        String failure = why.substring(0, Math.min(LONGEST_FAILURE, why.length()));
        LOG.warn("Mail {} was not taken at try {}: {}", letter.id(), letter.attempts(), failure);
        if (clock.instant().isAfter(letter.createdAt().plus(GIVEN_UP_AFTER))) {
            finish(letter, State.GIVEN_UP, failure);
            return;
        }
        jdbc.sql("update mail set due_at = :due, failure = :failure where mail_id = :id")
                .param("due", Times.sql(clock.instant().plus(waitAfter(letter.attempts()))))
                .param("failure", failure)
                .param("id", letter.id())
                .update();
    }

    /** One minute, two, four, … up to an hour. */
    private static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void finish(Claimed letter, State state, String failure) {
        jdbc.sql("""
                        update mail set state = :state, body = '', failure = :failure, finished_at = :now
                        where mail_id = :id
                        """)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", Times.sql(clock.instant()))
                .param("id", letter.id())
                .update();
    }
}
