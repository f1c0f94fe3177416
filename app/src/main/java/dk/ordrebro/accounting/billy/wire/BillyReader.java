package dk.ordrebro.accounting.billy.wire;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Problem;
import dk.ordrebro.accounting.Problem.Code;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks Billy without changing anything, and so may ask again: after 429, 502, 503, 504, a refused connection and a lost answer. */
public final class BillyReader {

    private static final int NOT_FOUND = 404;

    private final BillyConnection connection;
    private final Backoff backoff;
    private final Waiting waiting;
    private final RandomGenerator random;

    public BillyReader(BillyConnection connection, Backoff backoff, Waiting waiting, RandomGenerator random) {
        this.connection = connection;
        this.backoff = backoff;
        this.waiting = waiting;
        this.random = random;
    }

    /**
     * Asks for what changes nothing.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public BillyAnswer get(BillyRequest request) {
        return find(request).orElseThrow(() -> failed(Code.REJECTED, request + " is not there", null));
    }

    /**
     * Empty when Billy says that there is no such record.
     *
     * @throws AccountingUnavailable when Billy gives no usable answer
     */
    public Optional<BillyAnswer> find(BillyRequest request) {
        for (int retry = 1; ; retry++) {
            Exchange exchange = connection.send(request);
            Duration asked = asked(exchange);
            if (!isPassing(exchange) || !backoff.allows(retry, asked)) {
                return result(exchange);
            }
            pass(backoff.before(retry, asked, random));
        }
    }

    private static boolean isPassing(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answered ->
                switch (answered.status()) {
                    case 429, 502, 503, 504 -> true;
                    default -> false;
                };
            case Exchange.NotDelivered _, Exchange.Lost _ ->
                !Thread.currentThread().isInterrupted();
        };
    }

    private static @Nullable Duration asked(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered answered -> answered.retryAfter();
            case Exchange.NotDelivered notDelivered -> notDelivered.after();
            case Exchange.Lost _ -> null;
        };
    }

    private static Optional<BillyAnswer> result(Exchange exchange) {
        return switch (exchange) {
            case Exchange.NotDelivered(Problem problem, Duration after) ->
                throw new AccountingUnavailable(problem, after);
            case Exchange.Lost(Problem problem) -> throw new AccountingUnavailable(problem);
            case Exchange.Answered answered -> result(answered);
        };
    }

    private static Optional<BillyAnswer> result(Exchange.Answered answered) {
        BillyAnswer body = answered.body();
        if (answered.status() == 200 && body != null && !body.isFailure()) {
            return Optional.of(body);
        }
        if (answered.status() == NOT_FOUND && body != null && "RECORD_NOT_FOUND".equals(body.errorCode())) {
            return Optional.empty();
        }
        throw new AccountingUnavailable(Problems.of(answered), answered.retryAfter());
    }

    private void pass(Duration time) {
        try {
            waiting.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Code.UNREACHABLE, "interrupted while waiting to ask again", e);
        }
    }

    private static AccountingUnavailable failed(Code code, String detail, @Nullable Exception cause) {
        var failure = new AccountingUnavailable(new Problem(code, detail));
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
