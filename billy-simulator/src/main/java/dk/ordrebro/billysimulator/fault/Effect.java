package dk.ordrebro.billysimulator.fault;

import dk.ordrebro.billysimulator.store.Deviation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a fault does to a call. */
public sealed interface Effect {

    /** The word for it in the log and at the admin door. */
    String name();

    /** Waits before the work, or between the work and the answer. */
    record Latency(Delay delay, boolean afterWork) implements Effect {
        @Override
        public String name() {
            return afterWork ? "answerLate" : "latency";
        }
    }

    /** How long to wait, in milliseconds. */
    sealed interface Delay {
        record Fixed(long millis) implements Delay {}

        record Uniform(long leastMillis, long mostMillis) implements Delay {}

        /** Mostly short, sometimes long, as real services are; never above ten times the mean. */
        record Exponential(long meanMillis) implements Delay {}
    }

    /**
     * Answers with an error and does no work.
     *
     * @param retryAfterSeconds value of Retry-After, or null for no such header
     */
    record Status(int status, String errorCode, @Nullable Integer retryAfterSeconds) implements Effect {
        @Override
        public String name() {
            return "status";
        }
    }

    /** Answers with a page of HTML, as a proxy in front of a service does, and does no work. */
    record Html(int status) implements Effect {
        @Override
        public String name() {
            return "html";
        }
    }

    /**
     * Allows so many calls at once and so many a second, and answers 429 with Retry-After beyond that. Each company has a
     * bucket of its own.
     */
    record RateLimit(int capacity, int perSecond) implements Effect {
        public RateLimit {
            if (capacity < 1 || perSecond < 1) {
                throw new IllegalArgumentException("a rate limit needs a capacity and a rate above zero");
            }
        }

        @Override
        public String name() {
            return "rateLimit";
        }
    }

    /** Resets the connection before the work is done. */
    record ResetBefore() implements Effect {
        @Override
        public String name() {
            return "resetBefore";
        }
    }

    /** Does the work and resets the connection in place of an answer. */
    record LoseAnswer() implements Effect {
        @Override
        public String name() {
            return "loseAnswer";
        }
    }

    /** Does the work, sends half of the answer and resets the connection. */
    record HalfBody() implements Effect {
        @Override
        public String name() {
            return "halfBody";
        }
    }

    /** Does the work and sends the answer one byte at a time. */
    record Drip(long millisPerByte) implements Effect {
        @Override
        public String name() {
            return "drip";
        }
    }

    /** Does the work otherwise than expected. */
    record Deviate(Deviation deviation) implements Effect {
        @Override
        public String name() {
            return switch (deviation) {
                case TOTALS_OFF -> "totalsOff";
                case VAT_PER_LINE -> "vatPerLine";
                case VAT_PER_RATE -> "vatPerRate";
                case OTHER_RATE -> "otherRate";
                case IGNORE_FILTERS -> "ignoreFilters";
            };
        }
    }

    /** Locks the company's books up to and including a day, just before the work. */
    record LockPeriod(LocalDate lastLockedDay) implements Effect {
        @Override
        public String name() {
            return "lockPeriod";
        }
    }
}
