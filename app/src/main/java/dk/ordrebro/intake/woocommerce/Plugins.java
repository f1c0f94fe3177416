package dk.ordrebro.intake.woocommerce;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where plugins put what WooCommerce has no field for: {@code plugins.properties}, a list that grows.
 *
 * @param vatNumber keys of an order's {@code meta_data}; {@code *} stands for anything
 * @param vatNumberValid keys and the value that says the number was found valid, as {@code key=value}
 * @param ean keys of a public body's GLN
 * @param giftCardLine keys of a line's {@code meta_data} that only gift cards have
 * @param giftCardCoupon types of coupons that are money, not a discount
 * @param giftCardWords words that call a thing a gift card
 * @param pickup beginnings of the ways of shipping by which the customer comes for the goods
 */
record Plugins(
        List<String> vatNumber,
        List<String> vatNumberValid,
        List<String> ean,
        List<String> giftCardLine,
        List<String> giftCardCoupon,
        List<String> giftCardWords,
        List<String> pickup) {

    static Plugins bundled() {
        Properties read = new Properties();
        try (InputStream file = Objects.requireNonNull(Plugins.class.getResourceAsStream("plugins.properties"))) {
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Plugins(
                words(read, "vat-number"),
                words(read, "vat-number-valid"),
                words(read, "ean"),
                words(read, "gift-card-line"),
                words(read, "gift-card-coupon"),
                words(read, "gift-card-words"),
                words(read, "pickup"));
    }

    private static List<String> words(Properties read, String name) {
        return Arrays.stream(read.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first value that stands under one of the keys, in the order of the keys. */
    static Optional<String> value(JsonNode holder, Stream<String> keys) {
        return keys.flatMap(key -> values(holder, key)).findFirst();
    }

    private static Stream<String> values(JsonNode holder, String key) {
        return Json.list(holder, "meta_data").stream()
                .filter(meta -> matches(Json.text(meta, "key"), key))
                .map(meta -> Json.words(meta, "value"))
                .filter(value -> !value.isEmpty());
    }

    static boolean matches(String key, String pattern) {
        int star = pattern.indexOf('*');
        return star < 0
                ? key.equals(pattern)
                : key.length() >= pattern.length() - 1
                        && key.startsWith(pattern.substring(0, star))
                        && key.endsWith(pattern.substring(star + 1));
    }

    boolean saysVatNumberIsValid(JsonNode order) {
        return vatNumberValid.stream()
                .map(pair -> pair.split("=", 2))
                .anyMatch(pair -> values(order, pair[0]).anyMatch(pair[1]::equals));
    }

    boolean isGiftCard(JsonNode line) {
        return Json.list(line, "meta_data").stream()
                .map(meta -> Json.text(meta, "key"))
                .anyMatch(key -> giftCardLine.stream().anyMatch(pattern -> matches(key, pattern)));
    }

    boolean callsGiftCard(String title) {
        String small = title.toLowerCase(Locale.ROOT);
        return giftCardWords.stream().anyMatch(small::contains);
    }
}
