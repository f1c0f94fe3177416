package dk.ordrebro.accounting.billy.wire;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name: seconds or an HTTP date. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Null when there is none or it makes no sense; never negative, never more than an hour. */
    public static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return within(Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant date = DateUtils.parseStandardDate(text);
        return date == null ? null : within(Duration.between(now, date));
    }

    private static Duration within(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
