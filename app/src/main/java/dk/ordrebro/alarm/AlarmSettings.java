package dk.ordrebro.alarm;

import java.time.Duration;
import java.util.Locale;

/**
 * When a company is told of trouble.
 *
 * @param language of the letters: Danish or English
 * @param downMinutes how long an accounting program may be silent
 * @param unbookedHours how long a booking may be under way
 * @param silentHours how long any shop may be silent, however busy it usually is
 */
public record AlarmSettings(Locale language, int downMinutes, int unbookedHours, int silentHours) {

    public static final Locale DANISH = Locale.of("da");
    public static final AlarmSettings USUAL = new AlarmSettings(DANISH, 30, 4, 24);

    static final int MOST_MINUTES = 24 * 60;
    static final int MOST_HOURS = 31 * 24;

    public AlarmSettings {
        if (!within(downMinutes, MOST_MINUTES)
                || !within(unbookedHours, MOST_HOURS)
                || !within(silentHours, MOST_HOURS)) {
            throw new IllegalArgumentException(
                    "Out of range: " + downMinutes + " minutes, " + unbookedHours + " and " + silentHours + " hours");
        }
    }

    private static boolean within(int value, int most) {
        return value >= 1 && value <= most;
    }

    Duration down() {
        return Duration.ofMinutes(downMinutes);
    }

    Duration unbooked() {
        return Duration.ofHours(unbookedHours);
    }

    Duration silent() {
        return Duration.ofHours(silentHours);
    }
}
