package dk.ordrebro.api;

import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
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

    List<Shown.Reason> of(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Shown.Reason(
                        reason.code(), plain(reason), text(reason, DANISH), text(reason, Locale.ENGLISH)))
                .toList();
    }

    private String text(Reason reason, Locale locale) {
        return texts.getMessage("reason." + reason.code(), plain(reason).toArray(), locale);
    }

    private static List<String> plain(Reason reason) {
        return reason.facts().stream().map(Fact::plain).toList();
    }
}
