package dk.ordrebro.enrichment.advice;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.advice.Misfit.Code;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.treatment.Treatments;
import dk.ordrebro.money.VatRate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether account and ruleset of a template suit its area ({@code docs/reference/vat.md} 2). It asks the ruleset for the rates that the
 * accounting program would pick for typical buyers; no order is needed. A warning only: what an order holds decides when it is booked.
 */
final class Fitness {

    private static final List<String> OUTSIDE = List.of("NO", "GB", "CH", "US", "GL", "FO");

    private final List<String> memberStates;

    /** Takes the codes of the member states other than Denmark. */
    Fitness(List<String> memberStates) {
        this.memberStates = List.copyOf(memberStates);
    }

    /** What does not suit; empty for a template that suits and for what is not chosen yet. */
    List<Misfit> misfits(Template template, ChartOfAccounts chart) {
        return Stream.concat(account(template, chart), ruleset(template, chart)).toList();
    }

    private static Stream<Misfit> account(Template template, ChartOfAccounts chart) {
        if (template.account() == null) {
            return Stream.empty();
        }
        String number = template.account().toString();
        Optional<Account> found = chart.account(template.account());
        if (found.isEmpty()) {
            return Stream.of(Misfit.of(Code.ACCOUNT_GONE, number));
        }
        Account account = found.get();
        if (account.archived()) {
            return Stream.of(Misfit.of(Code.ACCOUNT_ARCHIVED, number, account.name()));
        }
        return isRight(template.kind(), account)
                ? Stream.empty()
                : Stream.of(Misfit.of(
                        Code.ACCOUNT_NOT_INCOME,
                        number,
                        account.name(),
                        account.nature().name()));
    }

    /** A gift card sold is owed to its holder; rounding may be a cost. Everything else is income. */
    private static boolean isRight(TemplateKind kind, Account account) {
        return switch (kind) {
            case ITEM, FREIGHT, FEE -> account.nature() == Account.Nature.REVENUE;
            case GIFT_CARD -> account.nature() == Account.Nature.LIABILITY;
            case ROUNDING -> account.nature() == Account.Nature.REVENUE || account.nature() == Account.Nature.EXPENSE;
        };
    }

    private Stream<Misfit> ruleset(Template template, ChartOfAccounts chart) {
        if (template.ruleset() == null) {
            return Stream.empty();
        }
        return chart.ruleset(template.ruleset())
                .map(ruleset -> rates(template, ruleset, chart.company().registeredForVat()))
                .orElseGet(() -> Stream.of(Misfit.of(Code.RULESET_GONE)));
    }

    /** @param registered a company that is not registered charges no Danish VAT */
    Stream<Misfit> rates(Template template, VatRuleset ruleset, boolean registered) {
        if (template.kind() == TemplateKind.GIFT_CARD || template.kind() == TemplateKind.ROUNDING) {
            return Stream.empty();
        }
        return switch (template.area()) {
            case DOMESTIC -> domestic(ruleset, registered ? Treatments.DANISH : VatRate.ZERO).stream();
            case EU -> Stream.concat(registered ? consumers(ruleset) : Stream.empty(), businesses(ruleset));
            case OUTSIDE -> outside(ruleset);
        };
    }

    private static Optional<Misfit> domestic(VatRuleset ruleset, VatRate due) {
        return Stream.of(BuyerType.PERSON, BuyerType.COMPANY)
                .map(buyer -> ruleset.rateFor("DK", buyer))
                .filter(rate -> !rate.equals(due))
                .findFirst()
                .map(rate -> Misfit.of(Code.RATE_DOMESTIC, ruleset.name(), rate.toString(), due.toString()));
    }

    private Stream<Misfit> consumers(VatRuleset ruleset) {
        return first(
                memberStates,
                country -> ruleset.rateFor(country, BuyerType.PERSON).isZero()
                        ? Misfit.of(Code.RATE_EU_CONSUMER, ruleset.name(), country)
                        : null);
    }

    private Stream<Misfit> businesses(VatRuleset ruleset) {
        return first(memberStates, country -> charged(Code.RATE_EU_BUSINESS, ruleset, country, BuyerType.COMPANY));
    }

    private static Stream<Misfit> outside(VatRuleset ruleset) {
        return first(OUTSIDE, country -> charged(Code.RATE_OUTSIDE, ruleset, country, BuyerType.PERSON));
    }

    private static @Nullable Misfit charged(Code code, VatRuleset ruleset, String country, BuyerType buyer) {
        VatRate rate = ruleset.rateFor(country, buyer);
        return rate.isZero() ? null : Misfit.of(code, ruleset.name(), rate.toString(), country);
    }

    private static Stream<Misfit> first(List<String> countries, Function<String, @Nullable Misfit> check) {
        return countries.stream()
                .flatMap(country -> Stream.ofNullable(check.apply(country)))
                .limit(1);
    }
}
