package dk.ordrebro.intake.csv;

import dk.ordrebro.order.LineKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proposes which article numbers are no goods, by the words that number and title say together. A number by itself says nothing: "POST" may be a
 * postcard. It only proposes; a person sees and may change it.
 */
final class CodeGuess {

    private static final List<String> FREIGHT = List.of(
            "fragt", "porto", "levering", "forsendelse", "shipping", "freight", "delivery", "postage", "carriage");
    private static final List<String> DISCOUNT = List.of("rabat", "discount", "kupon", "coupon", "nedslag");
    private static final List<String> FEE = List.of("gebyr", "fee", "emballage", "ekspedition");
    private static final List<String> GIFT_CARD = List.of("gavekort", "giftcard", "tilgodebevis");

    private CodeGuess() {}

    /** What a row sells. */
    record Article(String sku, String title) {}

    static Map<String, LineKind> of(List<Article> articles) {
        Map<String, LineKind> codes = new TreeMap<>();
        for (Article article : articles) {
            kind(article)
                    .filter(_ -> !article.sku.isEmpty())
                    .findFirst()
                    .ifPresent(kind -> codes.put(article.sku, kind));
        }
        return codes;
    }

    private static Stream<LineKind> kind(Article article) {
        return Stream.of(
                        Map.entry(LineKind.FREIGHT, FREIGHT),
                        Map.entry(LineKind.DISCOUNT, DISCOUNT),
                        Map.entry(LineKind.GIFT_CARD, GIFT_CARD),
                        Map.entry(LineKind.FEE, FEE))
                .filter(one -> one.getValue().stream().anyMatch(word -> says(article, word)))
                .map(Map.Entry::getKey);
    }

    /** The title is the word, or begins with it and says little more; or number and title both hold it. */
    private static boolean says(Article article, String word) {
        String title = bare(article.title);
        String sku = bare(article.sku);
        return title.equals(word)
                || (sku.equals(word) && (title.isEmpty() || title.contains(word)))
                || (title.startsWith(word) && sku.contains(word));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9æøå]", "");
    }
}
