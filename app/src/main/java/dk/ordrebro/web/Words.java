package dk.ordrebro.web;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Kind;
import dk.ordrebro.question.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts codes and facts into the reader's words. */
@Component("words")
public class Words {

    /** No text takes more. */
    private static final int MOST_FACTS = 8;

    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3}) (-?\\d{1,30}(?:\\.\\d{1,10})?)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern RATE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) %");

    /** A row of the territory table: country, postcodes if it is for some only, name. */
    private static final Pattern TERRITORY = Pattern.compile("([A-Z]{2}) (?:\\^(.+)\\$ )?.+");

    /** Facts that are words of the program itself. */
    private static final Set<String> OURS = Set.of(
            "ITEM",
            "FREIGHT",
            "FEE",
            "GIFT_CARD",
            "ROUNDING",
            "DOMESTIC",
            "EU",
            "OUTSIDE",
            "INVOICE",
            "CREDIT_NOTE",
            "OWNER",
            "BOOKKEEPER",
            "WAREHOUSE",
            "READ_ONLY");

    private final MessageSource texts;
    private final Show show;

    Words(MessageSource texts, Show show) {
        this.texts = texts;
        this.show = show;
    }

    /** Why something stands still, in sentences: what happened, whether anything was booked, what to do. */
    public String reason(Reason reason) {
        return known("reason." + reason.code(), reason.facts());
    }

    /** The same in a few words, to group by. */
    public String title(Kind kind) {
        return text("reason." + kind.name() + ".title");
    }

    /** The same where only the code is left, as in counts and in the trail. */
    public String reasonTitle(String code) {
        return sentence("reason." + code + ".title", List.of(), "reason.unknown.title", code);
    }

    private String known(String key, List<Fact> facts) {
        var shown = new Object[MOST_FACTS];
        for (int i = 0; i < MOST_FACTS; i++) {
            shown[i] = i < facts.size() ? fact(facts.get(i)) : "–";
        }
        return texts.getMessage(key, shown, locale());
    }

    /** A fact in the reader's form, by its type. */
    public String fact(Fact fact) {
        return switch (fact) {
            case Fact.Amount(var money) -> show.money(money);
            case Fact.Day(var day) -> show.day(day);
            case Fact.Moment(var at) -> show.time(at);
            case Fact.Rates(var rates) ->
                rates.isEmpty()
                        ? text("fact.no-rate")
                        : rates.stream().map(show::rate).collect(Collectors.joining(", "));
            case Fact.Country(var code) -> orDash(Locale.of("", code).getDisplayCountry(locale()));
            case Fact.Place place -> orDash(place.plain());
            case Fact.Currency(var code) -> code;
            case Fact.Count(var count) -> show.number(count);
            case Fact.Quantity(var quantity) -> show.quantity(quantity);
            case Fact.OrderNumber(var number) -> orDash(number);
            case Fact.OurReference(var reference) -> orDash(reference);
            case Fact.Document document -> orDash(document.plain());
            case Fact.DocumentKind(var type) -> word("word", type);
            case Fact.Account account -> orDash(account.plain());
            case Fact.Ruleset(var _, var name) -> orDash(name);
            case Fact.TemplateOf(var kind, var area) -> word("word", kind) + " (" + word("word", area) + ")";
            case Fact.Line(var _, var title) -> orDash(title);
            case Fact.VatNumber(var written) -> orDash(written);
            case Fact.Person(var who) -> who;
            case Fact.Text(var words) -> orDash(words);
        };
    }

    private static String orDash(String text) {
        return text.isBlank() ? "–" : text;
    }

    /** The row of the territory table that decided an area. Its names are English; for other readers it is named by country and postcodes. */
    public String territory(String row) {
        Locale reader = LocaleContextHolder.getLocale();
        Matcher parts = TERRITORY.matcher(row);
        if (reader.getLanguage().equals("en") || !parts.matches()) {
            return row;
        }
        String country = Locale.of("", parts.group(1)).getDisplayCountry(reader);
        return parts.group(2) == null ? country : country + " " + parts.group(2);
    }

    /** What a comparison found wrong, and what to do about it. */
    public String finding(Finding finding) {
        return sentence(
                "finding." + finding.kind() + ".text",
                finding.facts(),
                "reason.unknown",
                finding.kind().name());
    }

    /** A text of any key with facts; where there is no such text, that of another key with another fact. */
    public String sentence(String key, List<String> facts, String otherwise, String fact) {
        String text = texts.getMessage(key, shown(facts), null, locale());
        return text != null ? text : text(otherwise, fact);
    }

    /** What a button did. */
    public String said(Said said) {
        return texts.getMessage(said.key(), shown(said.facts()), locale());
    }

    public String text(String key, Object... facts) {
        return texts.getMessage(key, facts, locale());
    }

    /** The word for one of the program's own constants, such as {@code state.HELD}. */
    public String word(String family, Object constant) {
        return text(family + "." + constant);
    }

    /** A fact as a reader of this language would write it. */
    public String fact(@Nullable String fact) {
        if (fact == null || fact.isBlank()) {
            return "–";
        }
        if (OURS.contains(fact)) {
            return text("word." + fact);
        }
        // nothing at all, in whatever currency
        return fact.equals("0.00") ? show.amounts(Map.of()) : number(fact);
    }

    private String number(String fact) {
        Matcher amount = AMOUNT.matcher(fact);
        if (amount.matches()) {
            return amount(amount.group(1), new BigDecimal(amount.group(2)), fact);
        }
        if (DAY.matcher(fact).matches()) {
            return show.day(LocalDate.parse(fact));
        }
        Matcher rate = RATE.matcher(fact);
        return rate.matches() ? show.rate(VatRate.percent(rate.group(1))) : fact;
    }

    private String amount(String currency, BigDecimal amount, String fact) {
        return CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(known -> known.getCode().equals(currency))
                ? show.money(currency, amount)
                : fact;
    }

    private Object[] shown(List<String> facts) {
        var shown = new Object[MOST_FACTS];
        for (int i = 0; i < MOST_FACTS; i++) {
            shown[i] = fact(i < facts.size() ? facts.get(i) : null);
        }
        return shown;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
