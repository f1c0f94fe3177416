package dk.ordrebro.question;

/** The kinds of {@link Answer} a person can give on the spot. Names are stored and part of the keys of texts. */
public enum AnswerKind {
    DESTINATION,
    SHOP_COUNTRY,
    PICKED_UP_IN_DENMARK,
    VAT_NUMBER_TYPED,
    VAT_NUMBER_CHECKED,
    DANISH_VAT_INSIDE,
    DANISH_SALE,
    RULESET_FOR_LINE,
    DIFFERENCE_IS,
    LEDGER_VAT,
    NEGATIVE_LINE_IS,
    INVOICE_DAY,
    FIRST_OPEN_DAY,
    ORIGINAL_IS,
    STAND_ALONE_CREDIT,
    SPREAD_REFUND,
    THIS_DOCUMENT,
    MAKE_AGAIN,
    LEDGERS_OWN,
    WAIT
}
