package dk.ordrebro.web.answer;

/** What a person types or picks beside an answer. Its name follows the answer's code in the name of the field. */
enum Field {
    COUNTRY,
    POSTCODE,
    VAT_NUMBER,
    CHECKED_ON,
    RULESET,
    DAY,
    ORDER_NUMBER,
    DOCUMENT;

    /** The name of the field in the form. */
    String of(String code) {
        return code + "." + this;
    }
}
