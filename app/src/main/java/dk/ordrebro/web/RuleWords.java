package dk.ordrebro.web;

import dk.ordrebro.enrichment.rule.Condition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A rule as a sentence in the reader's language. */
@Component("ruleWords")
public class RuleWords {

    private static final String NORTHERN_IRELAND = "XI";

    private final Words words;
    private final Show show;

    RuleWords(Words words, Show show) {
        this.words = words;
        this.show = show;
    }

    /** When it is used, such as "Når satsen er 7 % og der leveres i Tyskland". */
    public String sentence(List<Condition> conditions) {
        List<String> parts = conditions.stream().map(this::part).toList();
        String all = parts.size() == 1
                ? parts.getFirst()
                : parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", "))
                        + words.text("rule.and")
                        + parts.getLast();
        return words.text("rule.when", all);
    }

    private String part(Condition condition) {
        return switch (condition) {
            case Condition.Charged(var rate) -> words.text("rule.Charged", show.rate(rate));
            case Condition.OfKind(var kind) -> words.word("rule.OfKind", kind);
            case Condition.SkuIs(var sku) -> words.text("rule.SkuIs", sku);
            case Condition.SkuBegins(var beginning) -> words.text("rule.SkuBegins", beginning);
            case Condition.In(var area) -> words.word("rule.In", area);
            case Condition.To(var country) -> words.text("rule.To", country(country));
            case Condition.ToOutsideOf(var country) -> words.text("rule.ToOutsideOf", country(country));
            case Condition.SoldTo(var buyer) -> words.word("rule.SoldTo", buyer);
            case Condition.PaidWith(var method) -> words.text("rule.PaidWith", method);
            case Condition.FromShop from -> words.text("rule.FromShop", from.name());
        };
    }

    /** A country or place as rules name it. */
    public String country(String code) {
        Locale reader = LocaleContextHolder.getLocale();
        return code.equals(NORTHERN_IRELAND)
                ? words.text("rule.XI")
                : Locale.of("", code).getDisplayCountry(reader);
    }
}
