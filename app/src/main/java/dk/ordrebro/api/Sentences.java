package dk.ordrebro.api;

import dk.ordrebro.api.Shown.Reason;
import dk.ordrebro.booking.Hold;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts reasons into words, in both languages. */
@Component
class Sentences {

    private static final Locale DANISH = Locale.of("da");

    private final MessageSource texts;

    Sentences(MessageSource texts) {
        this.texts = texts;
    }

    List<Reason> of(List<Hold> holds) {
        return holds.stream()
                .map(hold -> new Reason(hold.code(), hold.facts(), text(hold, DANISH), text(hold, Locale.ENGLISH)))
                .toList();
    }

    private String text(Hold hold, Locale locale) {
        String text = texts.getMessage("reason." + hold.code(), hold.facts().toArray(), null, locale);
        return text == null ? hold.code() + " " + String.join(", ", hold.facts()) : text;
    }
}
