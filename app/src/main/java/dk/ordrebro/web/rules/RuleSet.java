package dk.ordrebro.web.rules;

/** A ready-made set of rules to switch on. Names are part of the keys of texts. */
enum RuleSet {
    EU_BUSINESS,
    OSS,
    ZERO_RATE,
    GIFT_CARDS,
    FEES,
    /** Makes no rules but the templates of rounding lines, which stand for no line of an order. */
    ROUNDING
}
