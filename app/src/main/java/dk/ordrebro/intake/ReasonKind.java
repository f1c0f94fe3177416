package dk.ordrebro.intake;

import java.util.List;

/**
 * Everything an order can wait for a person for at a door, with the names of the facts each kind carries. Pages have a sentence for each in every
 * language, filled with the facts in this order.
 */
public enum ReasonKind {
    UNREADABLE(Kept.NO, "what"),
    NOT_FETCHED(Kept.NO, "what"),
    NOT_HANDLEABLE(Kept.YES, "what"),
    RETURN_GONE(Kept.YES, "refund"),
    VENDURE_STATE(Kept.NO, "state"),
    VENDURE_TYPE(Kept.NO, "type"),
    VENDURE_CURRENCY(Kept.NO, "currency"),
    VENDURE_SEVERAL_TAXES(Kept.NO, "line"),
    VENDURE_FREIGHT_VAT(Kept.NO, "freight", "vat"),
    VENDURE_BACK_UNPAID(Kept.YES, "line"),
    WOO_NO_ORDER(Kept.NO),
    WOO_FIELD_MISSING(Kept.NO, "field"),
    WOO_STATUS(Kept.YES, "status"),
    WOO_CURRENCY(Kept.NO, "currency"),
    WOO_DECIMALS(Kept.NO, "total", "currency"),
    WOO_LINE_UNREADABLE(Kept.NO, "line", "field"),
    WOO_NO_PIECES(Kept.NO, "line", "amount"),
    WOO_TAX_UNKNOWN(Kept.NO, "line", "vat"),
    WOO_RATE_DIFFERS(Kept.NO, "line", "net", "vat", "rate"),
    WOO_UNTAXED_REDUCTION(Kept.NO, "line", "amount"),
    WOO_GIFT_CARD_FEE(Kept.NO, "line", "amount"),
    WOO_GIFT_CARD_COUPON(Kept.NO, "coupon", "amount"),
    WOO_SUM_DIFFERS(Kept.NO, "total", "lines", "difference"),
    WOO_WHOLE_UNITS(Kept.NO, "total", "lines", "difference"),
    WOO_MOVED_BACK(Kept.YES, "at"),
    WOO_TRASHED(Kept.YES, "at"),
    WOO_REFUND_UNREADABLE(Kept.YES, "amount", "words", "refund"),
    SHIPMONDO_BOOKS_ITSELF(Kept.YES, "integration"),
    SHIPMONDO_RETURN(Kept.YES, "return"),
    SHIPMONDO_CANCELLED(Kept.YES),
    SHIPMONDO_SUMS_DIFFER(Kept.NO, "total", "lines"),
    SHIPMONDO_GIFT_CARD_VAT(Kept.NO, "line"),
    SHIPMONDO_NO_NUMBER(Kept.NO, "field", "value"),
    SHIPMONDO_NO_FLAG(Kept.NO, "field", "value"),
    SHIPMONDO_NO_TIME(Kept.NO, "field", "value"),
    SHIPMONDO_MISSING(Kept.NO, "field"),
    SHIPMONDO_CURRENCY(Kept.NO, "currency"),
    SHIPMONDO_CURRENCIES(Kept.NO, "currency", "other"),
    SHIPMONDO_AMOUNT_TOO_FINE(Kept.NO, "field", "amount", "currency"),
    SHIPMONDO_RATE(Kept.NO, "field", "rate"),
    SHIPMONDO_RATE_MISSING(Kept.NO, "line", "rate"),
    SHIPMONDO_LINE_TYPE(Kept.NO, "type"),
    SHIPMONDO_LINE_TWICE(Kept.NO, "line"),
    SHIPMONDO_STATUS(Kept.NO, "status"),
    SHIPMONDO_FULFILLMENT_TYPE(Kept.NO, "type"),
    SHIPMONDO_FULFILLED_LINE(Kept.NO, "delivery", "line"),
    SHIPMONDO_FULFILLMENT_EMPTY(Kept.NO, "delivery"),
    SHIPMONDO_NO_JSON(Kept.NO, "what"),
    SHIPMONDO_TOO_MANY_LINES(Kept.NO, "most"),
    SHOPIFY_CURRENCY(Kept.NO, "currency"),
    SHOPIFY_CURRENCIES_MIXED(Kept.NO, "currency", "other"),
    SHOPIFY_DECIMALS(Kept.NO, "amount", "currency"),
    SHOPIFY_DUTIES(Kept.NO, "amount"),
    SHOPIFY_FREIGHT_REMOVED(Kept.NO),
    SHOPIFY_INCOMPLETE(Kept.NO, "list"),
    SHOPIFY_LINE_UNKNOWN(Kept.NO, "line"),
    SHOPIFY_NO_ORDER(Kept.NO),
    SHOPIFY_PIECES(Kept.NO, "line", "ordered", "now", "refunded", "delivered"),
    SHOPIFY_REFUND_ODD(Kept.NO, "line", "more"),
    SHOPIFY_SEVERAL_TAXES(Kept.NO, "line", "taxes"),
    SHOPIFY_TAX_ODD(Kept.NO, "line", "vat", "rate", "expected"),
    SHOPIFY_TAX_PAID_BY_CHANNEL(Kept.NO, "line"),
    SHOPIFY_TAX_RATE(Kept.NO, "line", "rate"),
    SHOPIFY_TAX_TOTAL(Kept.NO, "lines", "order"),
    SHOPIFY_TOTALS(Kept.NO, "lines", "total", "linesNow", "totalNow"),
    SHOPIFY_WORD_UNKNOWN(Kept.NO, "field", "word"),
    SHOPIFY_REFUNDED_BEFORE_SENT(Kept.YES, "lines", "refund"),
    SHOPIFY_NO_PIECES(Kept.YES, "delivery"),
    SHOPIFY_NOT_SENT(Kept.YES, "lines"),
    SHOPIFY_CANCELLED_WITH_MONEY(Kept.YES, "amount");

    private enum Kept {
        YES,
        NO
    }

    private final boolean kept;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> facts;

    ReasonKind(Kept kept, String... facts) {
        this.kept = kept == Kept.YES;
        this.facts = List.of(facts);
    }

    /** Names of the facts, in the order of the sentence. */
    public List<String> facts() {
        return facts;
    }

    /** Whether the order itself was understood and kept, so that it can be handled here; otherwise only reading it again can help. */
    public boolean isOrderKept() {
        return kept;
    }
}
