package dk.ordrebro.enrichment;

import static dk.ordrebro.question.AnswerKind.DANISH_SALE;
import static dk.ordrebro.question.AnswerKind.DANISH_VAT_INSIDE;
import static dk.ordrebro.question.AnswerKind.DESTINATION;
import static dk.ordrebro.question.AnswerKind.DIFFERENCE_IS;
import static dk.ordrebro.question.AnswerKind.FIRST_OPEN_DAY;
import static dk.ordrebro.question.AnswerKind.INVOICE_DAY;
import static dk.ordrebro.question.AnswerKind.LEDGER_VAT;
import static dk.ordrebro.question.AnswerKind.NEGATIVE_LINE_IS;
import static dk.ordrebro.question.AnswerKind.ORIGINAL_IS;
import static dk.ordrebro.question.AnswerKind.PICKED_UP_IN_DENMARK;
import static dk.ordrebro.question.AnswerKind.RULESET_FOR_LINE;
import static dk.ordrebro.question.AnswerKind.SHOP_COUNTRY;
import static dk.ordrebro.question.AnswerKind.STAND_ALONE_CREDIT;
import static dk.ordrebro.question.AnswerKind.VAT_NUMBER_CHECKED;
import static dk.ordrebro.question.AnswerKind.VAT_NUMBER_TYPED;
import static dk.ordrebro.question.AnswerKind.WAIT;

import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Kind;
import java.util.Set;

/** What enrichment asks: kinds of question only a person can answer; the booking is held until then. */
public enum Question implements Kind {
    COUNTRY_MISSING(DESTINATION, SHOP_COUNTRY, PICKED_UP_IN_DENMARK),
    COUNTRY_UNKNOWN(DESTINATION, SHOP_COUNTRY, PICKED_UP_IN_DENMARK),
    AREA_UNSURE(DESTINATION, PICKED_UP_IN_DENMARK),
    /** The postcode does not have the form of its country's. */
    POSTCODE_ODD(DESTINATION, PICKED_UP_IN_DENMARK),
    TEMPLATE_INCOMPLETE,
    GIFT_CARD_TEMPLATE_MISSING,
    ACCOUNT_GONE,
    RULESET_GONE,
    RATE_DISAGREES(RULESET_FOR_LINE, DANISH_SALE, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK),
    TAX_CHARGED_ON_EXPORT(PICKED_UP_IN_DENMARK, DANISH_SALE),
    VAT_NUMBER_INVALID(VAT_NUMBER_TYPED, VAT_NUMBER_CHECKED, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK),
    VAT_NUMBER_UNVERIFIED(VAT_NUMBER_CHECKED, VAT_NUMBER_TYPED, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK),
    /** Prices without VAT, no rate told, and a foreign number that nobody checked: whether VAT comes on top cannot be seen. */
    RATE_UNTOLD(VAT_NUMBER_CHECKED, VAT_NUMBER_TYPED, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK),
    FOREIGN_VAT(PICKED_UP_IN_DENMARK, DANISH_SALE),
    CURRENCY_DECIMALS,
    TOTAL_DISAGREES(DIFFERENCE_IS),
    VAT_DISAGREES(LEDGER_VAT),
    NEGATIVE_LINE(NEGATIVE_LINE_IS),
    DISCOUNT_TOO_LARGE(NEGATIVE_LINE_IS),
    PERIOD_LOCKED(FIRST_OPEN_DAY, INVOICE_DAY, WAIT),
    /** The day lies ahead, or in a year whose VAT has long been settled. */
    DATE_FAR_AWAY(INVOICE_DAY, FIRST_OPEN_DAY, WAIT),
    ORIGINAL_UNKNOWN(ORIGINAL_IS, STAND_ALONE_CREDIT),
    ORIGINAL_NOT_BOOKED(STAND_ALONE_CREDIT, ORIGINAL_IS);

    private final Set<AnswerKind> answers;

    Question(AnswerKind... answers) {
        this.answers = Set.of(answers);
    }

    @Override
    public Set<AnswerKind> answers() {
        return answers;
    }
}
