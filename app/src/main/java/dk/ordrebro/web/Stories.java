package dk.ordrebro.web;

import dk.ordrebro.access.Who;
import dk.ordrebro.activity.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Entries of the audit trail in the reader's words. */
@Component("stories")
public class Stories {

    private static final int FACTS_OF_A_CHANGE = 3;
    private static final int REASONS = 5;

    /** What is told of with facts of its own, not as fields before and after. */
    private static final Set<String> NO_SETTINGS = Set.of("booking", "order", "proof", "alarm");

    private final Words words;

    Stories(Words words) {
        this.words = words;
    }

    public String sentence(Activity entry) {
        String key = "activity." + entry.subject() + "." + entry.verb();
        return words.sentence(key, facts(entry), "activity.other", entry.subject() + " " + entry.verb());
    }

    /** Codes of reasons and of answers become titles; everything else stays. */
    private List<String> facts(Activity entry) {
        List<String> facts = new ArrayList<>(entry.facts());
        if (entry.subject().equals("booking") && facts.size() > REASONS) {
            String codes = facts.get(REASONS);
            facts.set(REASONS, codes.isEmpty() ? "" : words.reasonTitle(codes.split(",", 2)[0]));
        }
        if (entry.subject().equals("order") && entry.verb().startsWith("answer") && facts.size() > 1) {
            facts.set(0, words.reasonTitle(facts.get(0)));
            facts.set(1, words.word("answer", facts.get(1)));
        }
        return facts;
    }

    /** What changed in a setting: a line for each field. */
    public List<String> changes(Activity entry) {
        boolean setting = !NO_SETTINGS.contains(entry.subject());
        var changes = new ArrayList<String>();
        for (int i = 1; setting && i + FACTS_OF_A_CHANGE <= entry.facts().size(); i += FACTS_OF_A_CHANGE) {
            changes.add(change(entry.facts().subList(i, i + FACTS_OF_A_CHANGE)));
        }
        return changes;
    }

    /** Kind and area of each template an entry says was changed, such as "ITEM/DOMESTIC". */
    public List<String> templates(Activity entry) {
        var templates = new ArrayList<String>();
        boolean told = entry.subject().equals("template");
        for (int i = 1; told && i + FACTS_OF_A_CHANGE <= entry.facts().size(); i += FACTS_OF_A_CHANGE) {
            templates.add(entry.facts().get(i));
        }
        return templates;
    }

    private String change(List<String> change) {
        String field = words.sentence("setting." + change.get(0), List.of(), "setting.other", change.get(0));
        String after = value(change.get(0), change.get(2));
        return change.get(1).isEmpty()
                ? words.text("setting.set", field, after)
                : words.text("setting.changed", field, value(change.get(0), change.get(1)), after);
    }

    private String value(String field, String value) {
        return value.equals("true") || value.equals("false")
                ? words.text("value." + value)
                : words.sentence("value." + field + "." + value, List.of(), "setting.other", words.fact(value));
    }

    public String who(Activity entry) {
        return entry.who().equals(Who.ORDREBRO) ? words.text("who.ordrebro") : entry.who();
    }
}
