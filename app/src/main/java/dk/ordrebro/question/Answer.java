package dk.ordrebro.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dk.ordrebro.order.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided. It says how the order is to be read and booked; it never changes what the shop said. Stored as
 * {@code {"is":"Destination","country":"DK",…}}; the names of types and parts never change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Destination.class, name = "Destination"),
    @JsonSubTypes.Type(value = Answer.ShopCountry.class, name = "ShopCountry"),
    @JsonSubTypes.Type(value = Answer.PickedUpInDenmark.class, name = "PickedUpInDenmark"),
    @JsonSubTypes.Type(value = Answer.VatNumberTyped.class, name = "VatNumberTyped"),
    @JsonSubTypes.Type(value = Answer.VatNumberChecked.class, name = "VatNumberChecked"),
    @JsonSubTypes.Type(value = Answer.DanishVatInside.class, name = "DanishVatInside"),
    @JsonSubTypes.Type(value = Answer.DanishSale.class, name = "DanishSale"),
    @JsonSubTypes.Type(value = Answer.RulesetForLine.class, name = "RulesetForLine"),
    @JsonSubTypes.Type(value = Answer.DifferenceIs.class, name = "DifferenceIs"),
    @JsonSubTypes.Type(value = Answer.LedgerVat.class, name = "LedgerVat"),
    @JsonSubTypes.Type(value = Answer.NegativeLineIs.class, name = "NegativeLineIs"),
    @JsonSubTypes.Type(value = Answer.InvoiceDay.class, name = "InvoiceDay"),
    @JsonSubTypes.Type(value = Answer.FirstOpenDay.class, name = "FirstOpenDay"),
    @JsonSubTypes.Type(value = Answer.OriginalOrder.class, name = "OriginalOrder"),
    @JsonSubTypes.Type(value = Answer.OriginalDocument.class, name = "OriginalDocument"),
    @JsonSubTypes.Type(value = Answer.StandAloneCredit.class, name = "StandAloneCredit"),
    @JsonSubTypes.Type(value = Answer.SpreadRefund.class, name = "SpreadRefund"),
    @JsonSubTypes.Type(value = Answer.ThisDocument.class, name = "ThisDocument"),
    @JsonSubTypes.Type(value = Answer.MakeAgain.class, name = "MakeAgain"),
    @JsonSubTypes.Type(value = Answer.LedgersOwn.class, name = "LedgersOwn"),
    @JsonSubTypes.Type(value = Answer.Wait.class, name = "Wait")
})
public sealed interface Answer {

    /** The same answer for another order that asks the same of a line of its own. */
    default Answer forLine(String key) {
        return this;
    }

    /** It was delivered there. The country is an ISO code; postcode and city may be empty. */
    record Destination(String country, String postcode, String city) implements Answer {}

    /** It was sold over the shop's own counter: an ISO code. */
    record ShopCountry(String country) implements Answer {}

    /** The buyer fetched it in Denmark, whatever address the order gives. */
    record PickedUpInDenmark() implements Answer {}

    /** The buyer's VAT number; it still has to be checked. */
    record VatNumberTyped(String number) implements Answer {}

    /**
     * The buyer's VAT number, checked.
     *
     * @param consultation VIES's own number of the look-up; null where it gave none or it was checked by hand
     */
    record VatNumberChecked(
            String number, How how, Instant at, @Nullable String consultation) implements Answer {

        /** How it was checked. */
        public enum How {
            VIES,
            BY_HAND
        }
    }

    /** The price that was charged holds Danish VAT; the buyer pays no more than the shop said. */
    record DanishVatInside() implements Answer {}

    /** Booked as sold in Denmark, with Danish VAT inside the price that was charged. */
    record DanishSale() implements Answer {}

    /**
     * The VAT ruleset for one line; the line's price with VAT stays as charged.
     *
     * @param line key of the order line
     * @param ruleset the accounting program's id
     */
    record RulesetForLine(String line, String ruleset) implements Answer {

        @Override
        public Answer forLine(String key) {
            return new RulesetForLine(key, ruleset);
        }
    }

    /** What makes the shop's total another than its lines' sum. */
    record DifferenceIs(DifferenceIs.What what) implements Answer {

        /** What a difference can be. */
        public enum What {
            ROUNDING,
            FREIGHT,
            DISCOUNT,
            FEE,
            PAYMENT
        }
    }

    /** The VAT that the accounting program reckons is taken, where the shop's own differs. The total stays the shop's. */
    record LedgerVat() implements Answer {}

    /**
     * What a line below zero is.
     *
     * @param line key of the order line
     */
    record NegativeLineIs(String line, NegativeLineIs.What what) implements Answer {

        /** What such a line can be. */
        public enum What {
            DISCOUNT,
            RETURN,
            PAYMENT
        }

        @Override
        public Answer forLine(String key) {
            return new NegativeLineIs(key, what);
        }
    }

    /** The day the document is dated. */
    record InvoiceDay(LocalDate day) implements Answer {}

    /** The document is dated the first day that is not locked. */
    record FirstOpenDay() implements Answer {}

    /** What is taken back was sold on this order. */
    record OriginalOrder(OrderId order) implements Answer {}

    /** What is taken back was sold on this document of the accounting program, by the program's id. */
    record OriginalDocument(String document) implements Answer {}

    /** A credit note that refers to no invoice. */
    record StandAloneCredit() implements Answer {}

    /**
     * What money given back without pieces is taken from.
     *
     * @param line key of the order line for {@code LINE}
     * @param account number of the account for {@code GOODWILL}
     */
    record SpreadRefund(
            Over over, @Nullable String line, @Nullable String account) implements Answer {

        /** From what. */
        public enum Over {
            LINES,
            LINE,
            FREIGHT,
            GOODWILL
        }
    }

    /** Of several documents found, this is ours: the program's id. */
    record ThisDocument(String document) implements Answer {}

    /** A document that is gone is made once more. */
    record MakeAgain() implements Answer {}

    /**
     * The document is right as it stands in the accounting program.
     *
     * @param differences names of the kinds of difference that were shown; a difference of the total is never among them
     */
    record LedgersOwn(Set<String> differences) implements Answer {

        public LedgersOwn {
            differences = Set.copyOf(differences);
        }
    }

    /** Let it wait until this day, and ask again then. */
    record Wait(LocalDate until) implements Answer {}

    /** Which kind of answer it is. */
    default AnswerKind kind() {
        return switch (this) {
            case Destination _ -> AnswerKind.DESTINATION;
            case ShopCountry _ -> AnswerKind.SHOP_COUNTRY;
            case PickedUpInDenmark _ -> AnswerKind.PICKED_UP_IN_DENMARK;
            case VatNumberTyped _ -> AnswerKind.VAT_NUMBER_TYPED;
            case VatNumberChecked _ -> AnswerKind.VAT_NUMBER_CHECKED;
            case DanishVatInside _ -> AnswerKind.DANISH_VAT_INSIDE;
            case DanishSale _ -> AnswerKind.DANISH_SALE;
            case RulesetForLine _ -> AnswerKind.RULESET_FOR_LINE;
            case DifferenceIs _ -> AnswerKind.DIFFERENCE_IS;
            case LedgerVat _ -> AnswerKind.LEDGER_VAT;
            case NegativeLineIs _ -> AnswerKind.NEGATIVE_LINE_IS;
            case InvoiceDay _ -> AnswerKind.INVOICE_DAY;
            case FirstOpenDay _ -> AnswerKind.FIRST_OPEN_DAY;
            case OriginalOrder _, OriginalDocument _ -> AnswerKind.ORIGINAL_IS;
            case StandAloneCredit _ -> AnswerKind.STAND_ALONE_CREDIT;
            case SpreadRefund _ -> AnswerKind.SPREAD_REFUND;
            case ThisDocument _ -> AnswerKind.THIS_DOCUMENT;
            case MakeAgain _ -> AnswerKind.MAKE_AGAIN;
            case LedgersOwn _ -> AnswerKind.LEDGERS_OWN;
            case Wait _ -> AnswerKind.WAIT;
        };
    }
}
