package dk.ordrebro.web.bookings;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.Difference;
import dk.ordrebro.booking.Obstacle;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is mended: one link.
 *
 * @param href a page of ours
 * @param key of the text on the link
 */
record Fix(String href, String key) {

    /** Where a kind of problem is mended for all it holds; null where each order must be answered or looked at. */
    static @Nullable Fix of(Kind kind, Booking sample) {
        return switch (kind) {
            case Question question -> of(question, sample);
            case Problem.Code problem -> of(problem, sample);
            case Difference difference -> of(difference, sample);
            case Obstacle obstacle -> of(obstacle, sample);
            default -> null;
        };
    }

    private static @Nullable Fix of(Question question, Booking sample) {
        return switch (question) {
            case TEMPLATE_INCOMPLETE, GIFT_CARD_TEMPLATE_MISSING, ACCOUNT_GONE, RULESET_GONE ->
                template(question, sample);
            case RATE_DISAGREES, OSS_RULE_MISSING ->
                accounting(sample, "/rules/new?booking=" + sample.id() + "#rule", "fix.new-rule");
            case RULE_ACCOUNT_GONE, RULE_RULESET_GONE -> accounting(sample, "/rules", "fix.rules");
            case OSS_DANISH_VAT -> accounting(sample, "/rules#oss", "fix.oss");
            case PERIOD_LOCKED -> accounting(sample, "", "fix.accounting");
            case ORIGINAL_UNKNOWN -> new Fix("/settings/shops/" + sample.shop() + "/bookkeeping", "fix.shop");
            case COUNTRY_MISSING,
                    COUNTRY_UNKNOWN,
                    AREA_UNSURE,
                    POSTCODE_ODD,
                    TAX_CHARGED_ON_EXPORT,
                    VAT_NUMBER_INVALID,
                    VAT_NUMBER_UNVERIFIED,
                    RATE_UNTOLD,
                    FOREIGN_VAT,
                    CURRENCY_DECIMALS,
                    TOTAL_DISAGREES,
                    VAT_DISAGREES,
                    NEGATIVE_LINE,
                    DISCOUNT_TOO_LARGE,
                    DATE_FAR_AWAY,
                    ORIGINAL_NOT_BOOKED,
                    CREDIT_TOO_LARGE -> null;
        };
    }

    private static @Nullable Fix of(Problem.Code problem, Booking sample) {
        return switch (problem) {
            case ACCOUNT_UNUSABLE, RULESET_MISSING -> templates(sample);
            case KEY_REFUSED, COMPANY_CLOSED -> accounting(sample, "", "fix.key");
            case MANUAL_NUMBERING, PERIOD_CLOSED -> accounting(sample, "", "fix.accounting");
            case INVOICE_TO_CREDIT_MISSING, REJECTED, THROTTLED, UNREACHABLE, NO_ANSWER, ODD_ANSWER -> null;
        };
    }

    private static @Nullable Fix of(Difference difference, Booking sample) {
        return switch (difference) {
            case RATE_DIFFERS, VAT_DIFFERS, GROSS_DIFFERS -> templates(sample);
            case REFERENCE_DIFFERS, TYPE_DIFFERS, DATE_DIFFERS, CURRENCY_DIFFERS, LINES_DIFFER, LINE_DIFFERS -> null;
        };
    }

    private static @Nullable Fix of(Obstacle obstacle, Booking sample) {
        return switch (obstacle) {
            case NOT_BOUND -> new Fix("/settings/shops/" + sample.shop() + "/bookkeeping", "fix.shop");
            case ACCOUNTING_RETIRED,
                    BEFORE_START,
                    ORIGINAL_SKIPPED,
                    ORIGINAL_IS_DRAFT,
                    STANDS_AFTER_ALL,
                    SKIPPED_BY_PERSON,
                    SEVERAL_FOUND,
                    INVOICE_GONE,
                    DIED_IN_FLIGHT,
                    LINES_GONE,
                    OUTDATED -> null;
        };
    }

    /** The very template a question is about, where it names one. */
    private static @Nullable Fix template(Kind kind, Booking sample) {
        return sample.reasons().stream()
                .filter(reason -> reason.kind().equals(kind))
                .flatMap(reason -> reason.fact(Fact.TemplateOf.class).stream())
                .findFirst()
                .map(of -> accounting(sample, "#row-" + of.kind() + "-" + of.area(), "fix.template"))
                .orElseGet(() -> templates(sample));
    }

    private static @Nullable Fix templates(Booking sample) {
        return accounting(sample, "#templates", "fix.template");
    }

    private static @Nullable Fix accounting(Booking sample, String part, String key) {
        return sample.accounting() == null ? null : new Fix("/settings/accounting/" + sample.accounting() + part, key);
    }
}
