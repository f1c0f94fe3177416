package dk.ordrebro.web;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long something has lasted, in one unit: people do not add hours and minutes. */
@Component("ago")
public class Ago {

    private static final int HOURS_SHOWN_AS_HOURS = 48;

    private final Words words;

    Ago(Words words) {
        this.words = words;
    }

    public String of(Instant since, Instant now) {
        Duration lasted = Duration.between(since, now);
        if (lasted.toMinutes() < 1) {
            return words.text("ago.now");
        }
        if (lasted.toHours() < 1) {
            return words.text("ago.minutes", lasted.toMinutes());
        }
        return lasted.toHours() < HOURS_SHOWN_AS_HOURS
                ? words.text("ago.hours", lasted.toHours())
                : words.text("ago.days", lasted.toDays());
    }
}
