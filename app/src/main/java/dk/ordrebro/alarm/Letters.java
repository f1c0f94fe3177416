package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Writes letters in a company's language: what happened, whether anything was booked or lost, what to do, and where. */
class Letters {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/Copenhagen"));

    private final Alarms alarms;
    private final MessageSource texts;
    private final Post post;

    Letters(Alarms alarms, MessageSource texts, Post post) {
        this.alarms = alarms;
        this.texts = texts;
        this.post = post;
    }

    void raised(CompanyId company, AlarmSettings settings, Found trouble) {
        String key = "letter." + trouble.trouble();
        send(company, settings, trouble.trouble(), key, facts(trouble), groups(trouble, settings.language()));
    }

    void stillHeld(CompanyId company, AlarmSettings settings, Found trouble) {
        send(
                company,
                settings,
                trouble.trouble(),
                "letter.HELD.still",
                facts(trouble),
                groups(trouble, settings.language()));
    }

    void over(CompanyId company, AlarmSettings settings, OpenAlarm alarm, Instant now) {
        Object[] facts = {alarm.name(), TIME.format(alarm.since()), TIME.format(now)};
        send(company, settings, alarm.trouble(), "letter." + alarm.trouble() + ".over", facts, "");
    }

    /** Name, since, then what the trouble brings. */
    private static Object[] facts(Found trouble) {
        String first = trouble.facts().isEmpty() ? "" : trouble.facts().getFirst();
        Object third = trouble.trouble() == Trouble.HELD ? Long.valueOf(first) : first;
        return new Object[] {trouble.name(), TIME.format(trouble.since()), third};
    }

    /** A line for each reason for which bookings are held. */
    private String groups(Found trouble, Locale language) {
        if (trouble.trouble() != Trouble.HELD) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i + 1 < trouble.facts().size(); i += 2) {
            String code = trouble.facts().get(i);
            lines.append("\n  ")
                    .append(trouble.facts().get(i + 1))
                    .append(" × ")
                    .append(texts.getMessage("reason." + code + ".title", new Object[0], code, language));
        }
        return lines.append('\n').toString();
    }

    private void send(
            CompanyId company, AlarmSettings settings, Trouble trouble, String key, Object[] facts, String lines) {
        Locale language = settings.language();
        String subject = texts.getMessage(key + ".subject", facts, language);
        String text = texts.getMessage(key, facts, language) + "\n" + lines + "\n" + post.link(company, page(trouble))
                + "\n\n"
                + texts.getMessage(
                        "letter.foot", new Object[] {post.link(company, "/settings/notifications")}, language)
                + "\n";
        alarms.readers(company).stream()
                .filter(reader -> reader.wants(trouble))
                .forEach(reader -> post.put(company, reader.user().email(), subject, text));
    }

    private static String page(Trouble trouble) {
        return switch (trouble) {
            case HELD, DEAD_KEY, PROGRAM_DOWN -> "/attention";
            case UNBOOKED -> "/bookings?state=WAITING";
            case PROOF -> "/proof";
            case SILENT_SHOP -> "/settings/shops";
        };
    }
}
