package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The countries of a country group, out of a text whose separator is not known ({@link BillyAssumption#MEMBER_COUNTRIES}). */
final class MemberCountries {

    private static final int CODE = 2;

    private MemberCountries() {}

    static Set<String> of(@Nullable JsonNode members) {
        if (members == null) {
            return Set.of();
        }
        Stream<String> texts = members.isArray()
                ? StreamSupport.stream(members.spliterator(), false).map(JsonNode::asString)
                : Stream.of(members.asString());
        return texts.flatMap(text -> Stream.of(text.split("[^A-Za-z]+")))
                .flatMap(MemberCountries::codes)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A word of two letters is a code; a longer one of even length is codes without anything between them. */
    private static Stream<String> codes(String word) {
        return word.length() % CODE != 0
                ? Stream.empty()
                : IntStream.range(0, word.length() / CODE)
                        .mapToObj(at ->
                                word.substring(at * CODE, at * CODE + CODE).toUpperCase(java.util.Locale.ROOT));
    }
}
