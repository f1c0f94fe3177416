package dk.ordrebro.enrichment.question;

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

import dk.ordrebro.question.AnswerKind;
import dk.ordrebro.question.Kind;
import java.util.Set;

/** What enrichment asks: kinds of question only a person can answer; the booking is held until then. */
public enum Question implements Kind {
    COUNTRY_MISSING,
    COUNTRY_UNKNOWN,
    AREA_UNSURE,
    /** The postcode does not have the form of its country's. */
    POSTCODE_ODD,
    TEMPLATE_INCOMPLETE,
    GIFT_CARD_TEMPLATE_MISSING,
    ACCOUNT_GONE,
    RULESET_GONE,
    /** The account a rule names cannot be used; likewise its ruleset. */
    RULE_ACCOUNT_GONE,
    RULE_RULESET_GONE,
    RATE_DISAGREES,
    /** Sold by One Stop Shop at a rate that Denmark has too: without a rule for the country it would be declared as Danish VAT. */
    OSS_RULE_MISSING,
    /** Danish VAT was charged of a consumer in another member state, though the seller uses One Stop Shop. */
    OSS_DANISH_VAT,
    TAX_CHARGED_ON_EXPORT,
    VAT_NUMBER_INVALID,
    VAT_NUMBER_UNVERIFIED,
    /** Prices without VAT, no rate told, and a foreign number that nobody checked: whether VAT comes on top cannot be seen. */
    RATE_UNTOLD,
    FOREIGN_VAT,
    CURRENCY_DECIMALS,
    TOTAL_DISAGREES,
    VAT_DISAGREES,
    NEGATIVE_LINE,
    DISCOUNT_TOO_LARGE,
    PERIOD_LOCKED,
    /** The day lies ahead, or in a year whose VAT has long been settled. */
    DATE_FAR_AWAY,
    ORIGINAL_UNKNOWN,
    ORIGINAL_NOT_BOOKED,
    /** More is given back than is left of what was invoiced. */
    CREDIT_TOO_LARGE;

    @Override
    public Set<AnswerKind> answers() {
        return switch (this) {
            case COUNTRY_MISSING, COUNTRY_UNKNOWN -> Set.of(DESTINATION, SHOP_COUNTRY, PICKED_UP_IN_DENMARK);
            case AREA_UNSURE, POSTCODE_ODD -> Set.of(DESTINATION, PICKED_UP_IN_DENMARK);
            case TEMPLATE_INCOMPLETE,
                    GIFT_CARD_TEMPLATE_MISSING,
                    ACCOUNT_GONE,
                    RULESET_GONE,
                    RULE_ACCOUNT_GONE,
                    RULE_RULESET_GONE,
                    OSS_RULE_MISSING,
                    CURRENCY_DECIMALS,
                    ORIGINAL_NOT_BOOKED,
                    CREDIT_TOO_LARGE -> Set.of();
            case RATE_DISAGREES -> Set.of(PICKED_UP_IN_DENMARK, DANISH_SALE, RULESET_FOR_LINE);
            case TAX_CHARGED_ON_EXPORT, FOREIGN_VAT, OSS_DANISH_VAT -> Set.of(PICKED_UP_IN_DENMARK, DANISH_SALE);
            case VAT_NUMBER_INVALID ->
                Set.of(VAT_NUMBER_TYPED, VAT_NUMBER_CHECKED, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK);
            case VAT_NUMBER_UNVERIFIED, RATE_UNTOLD ->
                Set.of(VAT_NUMBER_CHECKED, VAT_NUMBER_TYPED, DANISH_VAT_INSIDE, PICKED_UP_IN_DENMARK);
            case TOTAL_DISAGREES -> Set.of(DIFFERENCE_IS);
            case VAT_DISAGREES -> Set.of(LEDGER_VAT);
            case NEGATIVE_LINE, DISCOUNT_TOO_LARGE -> Set.of(NEGATIVE_LINE_IS);
            case PERIOD_LOCKED -> Set.of(FIRST_OPEN_DAY, INVOICE_DAY);
            case DATE_FAR_AWAY -> Set.of(INVOICE_DAY);
            case ORIGINAL_UNKNOWN -> Set.of(ORIGINAL_IS, STAND_ALONE_CREDIT);
        };
    }
}
