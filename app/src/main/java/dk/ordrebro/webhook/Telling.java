package dk.ordrebro.webhook;

import dk.ordrebro.integration.Secret;
import dk.ordrebro.webhook.Caller.Answer;
import dk.ordrebro.webhook.Outbox.Due;
import dk.ordrebro.webhook.Post.Box;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due to one address, one message after another. A message the address turns away is tried again some times and then given up, without
 * holding up the others; an address that cannot be reached is left alone for ever longer, and in the end switched off.
 */
class Telling {

    /** Before the second try, the third, …; after the last pause a message is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /** Failures in a row after which an address is switched off: most of a day when it is dead. */
    static final int MOST_FAILURES = 10;

    private static final int BATCH = 50;
    private static final int GONE = 410;
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final JdbcEndpoints endpoints;
    private final Outbox outbox;
    private final Caller caller;
    private final InstantSource clock;

    Telling(JdbcEndpoints endpoints, Outbox outbox, Caller caller, InstantSource clock) {
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Says when to come again; empty when there is nothing to wait for. */
    Optional<Instant> run(Box box) {
        while (true) {
            Optional<Endpoint> endpoint =
                    endpoints.find(box.company(), box.endpoint()).filter(found -> found.state() == Endpoint.State.ON);
            if (endpoint.isEmpty()) {
                return Optional.empty();
            }
            if (endpoint.get().retryAt().isAfter(clock.instant())) {
                return Optional.of(endpoint.get().retryAt());
            }
            List<Due> due = outbox.due(box.company(), box.endpoint(), BATCH);
            if (due.isEmpty()) {
                return outbox.nextDue(box.company(), box.endpoint());
            }
            send(endpoint.get(), due);
        }
    }

    /** Stops at the first failure: whether the address is to be left alone is then looked up afresh. */
    private void send(Endpoint endpoint, List<Due> due) {
        Secret secret = endpoints.secret(endpoint);
        for (Due message : due) {
            Answer answer = caller.post(
                    endpoint.url(), headers(message, secret), message.body().bytes());
            if (!answer.isGood()) {
                failed(endpoint, message, answer);
                return;
            }
            outbox.tried(
                    endpoint.company(),
                    endpoint.id(),
                    message.id(),
                    Delivery.State.DELIVERED,
                    clock.instant(),
                    answer.status(),
                    null);
            endpoints.worked(endpoint);
        }
    }

    private Map<String, String> headers(Due message, Secret secret) {
        return Map.of(
                Signature.HEADER,
                Signature.of(message.body().bytes(), secret, clock.instant()),
                "Ordrebro-Event",
                message.event(),
                "Ordrebro-Delivery",
                message.id().toString());
    }

    private void failed(Endpoint endpoint, Due message, Answer answer) {
        int failures = endpoint.failures() + 1;
        int tries = message.attempts() + 1;
        boolean atTheAddress = isAtTheAddress(answer);
        boolean enough = tries > PAUSES.size();
        Instant again = clock.instant().plus(PAUSES.get(Math.min(tries, PAUSES.size()) - 1));
        outbox.tried(
                endpoint.company(),
                endpoint.id(),
                message.id(),
                enough ? Delivery.State.GIVEN_UP : Delivery.State.WAITING,
                again,
                answer.status(),
                answer.problem());
        boolean gone = Objects.equals(answer.status(), GONE);
        if (gone || failures >= MOST_FAILURES) {
            LOG.warn("Webhook {} of {} switched off after {} failures", endpoint.id(), endpoint.company(), failures);
            endpoints.giveUp(endpoint, failures);
            return;
        }
        Instant retry = atTheAddress
                ? clock.instant().plus(PAUSES.get(Math.min(failures, PAUSES.size()) - 1))
                : clock.instant();
        endpoints.failed(endpoint, failures, retry);
    }

    /** No answer, a broken server or one that asks to wait says nothing about the message. */
    private static boolean isAtTheAddress(Answer answer) {
        Integer status = answer.status();
        return status == null || status >= 500 || status == 429 || status == 408;
    }
}
