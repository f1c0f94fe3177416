package dk.ordrebro.web.answer;

import dk.ordrebro.question.Answer;
import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the answers a person chooses among.
 *
 * @param code what the form sends: the kind of answer, and after a dot which one of the kind
 * @param label key of its text
 * @param fact what the text is filled with; empty where it takes nothing
 * @param fields what is typed beside it
 */
record Choice(String code, String label, String fact, List<Field> fields) {

    static final String VIES = AnswerKind.VAT_NUMBER_CHECKED + ".VIES";
    static final String BY_HAND = AnswerKind.VAT_NUMBER_CHECKED + ".BY_HAND";
    static final String ORIGINAL_ORDER = AnswerKind.ORIGINAL_IS + ".ORDER";
    static final String ORIGINAL_DOCUMENT = AnswerKind.ORIGINAL_IS + ".DOCUMENT";

    /** All that answer a question, and none that does not. */
    static List<Choice> of(Reason question) {
        return question.kind().answers().isEmpty()
                ? List.of()
                : EnumSet.copyOf(question.kind().answers()).stream()
                        .flatMap(kind -> of(kind, question))
                        .toList();
    }

    private static Stream<Choice> of(AnswerKind kind, Reason question) {
        return switch (kind) {
            case DESTINATION -> one(kind, Field.COUNTRY, Field.POSTCODE);
            case SHOP_COUNTRY -> one(kind, Field.COUNTRY);
            case PICKED_UP_IN_DENMARK,
                    DANISH_VAT_INSIDE,
                    DANISH_SALE,
                    LEDGER_VAT,
                    FIRST_OPEN_DAY,
                    STAND_ALONE_CREDIT,
                    MAKE_AGAIN,
                    LEDGERS_OWN -> one(kind);
            case VAT_NUMBER_TYPED -> one(kind, Field.VAT_NUMBER);
            case VAT_NUMBER_CHECKED ->
                Stream.of(said(VIES, Field.VAT_NUMBER), said(BY_HAND, Field.VAT_NUMBER, Field.CHECKED_ON));
            case RULESET_FOR_LINE -> one(kind, Field.RULESET);
            case DIFFERENCE_IS -> each(kind, "given.DifferenceIs.", Answer.DifferenceIs.What.values());
            case NEGATIVE_LINE_IS -> each(kind, "given.NegativeLineIs.", Answer.NegativeLineIs.What.values());
            case INVOICE_DAY, WAIT -> one(kind, Field.DAY);
            case ORIGINAL_IS ->
                Stream.of(said(ORIGINAL_ORDER, Field.ORDER_NUMBER), said(ORIGINAL_DOCUMENT, Field.DOCUMENT));
            case SPREAD_REFUND ->
                each(kind, "given.SpreadRefund.", Answer.SpreadRefund.Over.LINES, Answer.SpreadRefund.Over.FREIGHT);
            case THIS_DOCUMENT -> documents(question);
        };
    }

    private static Stream<Choice> one(AnswerKind kind, Field... fields) {
        return Stream.of(said(kind.name(), fields));
    }

    private static Choice said(String code, Field... fields) {
        return new Choice(code, "answer." + code, "", List.of(fields));
    }

    private static Stream<Choice> each(AnswerKind kind, String labels, Enum<?>... what) {
        return Arrays.stream(what).map(one -> new Choice(kind + "." + one.name(), labels + one.name(), "", List.of()));
    }

    private static Stream<Choice> documents(Reason question) {
        return question.facts().stream()
                .filter(Fact.Document.class::isInstance)
                .map(Fact.Document.class::cast)
                .map(found -> new Choice(
                        AnswerKind.THIS_DOCUMENT + "." + found.id(), "given.ThisDocument", found.plain(), List.of()));
    }

    /** The kind of answer a code names, and after the dot which one of the kind; empty where there is none. */
    static String part(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? "" : code.substring(dot + 1);
    }
}
