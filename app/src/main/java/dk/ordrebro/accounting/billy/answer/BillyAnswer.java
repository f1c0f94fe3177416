package dk.ordrebro.accounting.billy.answer;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.Problem;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The envelope around everything Billy says. Keys we do not use are not here; an answer has those it needs. */
public record BillyAnswer(
        @Nullable Meta meta,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable JsonNode validationErrors,
        @Nullable BillyOrganization organization,
        @Nullable List<BillyAccount> accounts,
        @Nullable List<BillyAccountGroup> accountGroups,
        @Nullable List<BillyTaxRate> taxRates,
        @Nullable List<BillyRuleset> salesTaxRulesets,
        @Nullable List<BillyRule> salesTaxRules,
        @Nullable List<BillyCountryGroup> countryGroups,
        @Nullable List<BillyContact> contacts,
        @Nullable BillyContact contact,
        @Nullable List<BillyProduct> products,
        @Nullable BillyProduct product,
        @Nullable List<BillyInvoice> invoices,
        @Nullable BillyInvoice invoice,
        @Nullable List<BillyInvoiceLine> invoiceLines) {

    private static final int LONGEST_WORDS = 500;

    /** What stands about the answer itself. */
    record Meta(
            @Nullable Integer statusCode,
            @Nullable Boolean success,
            @Nullable Paging paging) {}

    /** Where a page stands in its list; pages count from 1. */
    public record Paging(
            @Nullable Integer page,
            @Nullable Integer pageCount,
            @Nullable Integer pageSize,
            @Nullable Long total) {}

    /**
     * The rows of a list.
     *
     * @throws AccountingUnavailable when the list is missing, which is not the same as empty
     */
    public static <T extends @Nullable Object> List<@org.jspecify.annotations.NonNull T> rows(
            @Nullable List<T> list, String name) {
        if (list == null) {
            throw odd("an answer without " + name);
        }
        return list.stream().filter(Objects::nonNull).toList();
    }

    public static AccountingUnavailable odd(String detail) {
        return new AccountingUnavailable(new Problem(Problem.Code.ODD_ANSWER, detail));
    }

    @Nullable
    public Paging paging() {
        return meta == null ? null : meta.paging();
    }

    /** Whether it is Billy that says no, and not something between Billy and us. */
    public boolean isRefusal() {
        return errorCode != null || errorMessage != null || isFailure();
    }

    public boolean isFailure() {
        return meta != null && Boolean.FALSE.equals(meta.success());
    }

    /** Billy's own words about what is wrong. The shape of {@code validationErrors} is not known, so all text in it is shown and none is understood. */
    public String words() {
        var words = new StringJoiner("; ");
        if (errorMessage != null && !errorMessage.isBlank()) {
            words.add(errorMessage);
        }
        if (validationErrors != null) {
            validationErrors.findValuesAsString("message").stream()
                    .filter(text -> !text.isBlank())
                    .forEach(words::add);
        }
        String all = words.length() == 0 && errorCode != null ? errorCode : words.toString();
        return Text.line(all, LONGEST_WORDS);
    }
}
