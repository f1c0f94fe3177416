package dk.ordrebro.web.rules;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.rule.BuyerKind;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.RuleId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.web.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a rule out of its form. Only what the chart, the shops and the map offer can be chosen. */
@Component
class RuleReading {

    private static final Pattern RATE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String NORTHERN_IRELAND = "XI";

    private final OrderIntegrations shops;
    private final Ids ids;

    RuleReading(OrderIntegrations shops, Ids ids) {
        this.shops = shops;
        this.ids = ids;
    }

    /** What was read. */
    sealed interface Read {

        record Good(Rule rule) implements Read {}

        record Wrong(Said problem) implements Read {}
    }

    /** A rule with the id the form names, else a new one. */
    Read read(CompanyId company, RuleFields fields, ChartOfAccounts chart) {
        List<Condition> conditions = new ArrayList<>();
        Optional<Said> wrong = conditions(company, fields, conditions);
        if (wrong.isPresent()) {
            return new Read.Wrong(wrong.get());
        }
        if (conditions.isEmpty()) {
            return wrong("rules.wrong.no-condition");
        }
        Optional<AccountNumber> account = Optional.of(fields.get("account"))
                .filter(NUMBER.asMatchPredicate())
                .map(typed -> new AccountNumber(Integer.parseInt(typed)))
                .flatMap(chart::account)
                .filter(found -> !found.archived())
                .map(Account::number);
        Optional<RulesetId> ruleset = Optional.of(fields.get("ruleset"))
                .filter(typed -> !typed.isEmpty())
                .flatMap(typed -> chart.ruleset(new RulesetId(typed)))
                .map(VatRuleset::id);
        if (account.isEmpty() || ruleset.isEmpty()) {
            return wrong("rules.wrong.no-choice");
        }
        RuleId id = fields.get("rule").isEmpty() ? new RuleId(ids.next()) : RuleId.of(fields.get("rule"));
        return new Read.Good(new Rule(id, conditions, account.get(), ruleset.get()));
    }

    private static Read wrong(String key) {
        return new Read.Wrong(Said.of(false, key));
    }

    private Optional<Said> conditions(CompanyId company, RuleFields fields, List<Condition> into) {
        constant(LineKind.class, fields.get("kind")).map(Condition.OfKind::new).ifPresent(into::add);
        if (!fields.get("rate").isEmpty()) {
            Optional<VatRate> rate = rate(fields.get("rate"));
            if (rate.isEmpty()) {
                return Optional.of(Said.of(false, "rules.wrong.rate", fields.get("rate")));
            }
            into.add(new Condition.Charged(rate.get()));
        }
        String sku = fields.get("sku");
        if (!sku.isEmpty()) {
            into.add(
                    fields.get("skuHow").equals(RuleFields.BEGINS)
                            ? new Condition.SkuBegins(sku)
                            : new Condition.SkuIs(sku));
        }
        place(fields.get("place")).ifPresent(into::add);
        constant(BuyerKind.class, fields.get("buyer"))
                .map(Condition.SoldTo::new)
                .ifPresent(into::add);
        if (!fields.get("method").isEmpty()) {
            into.add(new Condition.PaidWith(fields.get("method")));
        }
        shops.all(company).stream()
                .filter(shop -> shop.id().toString().equals(fields.get("shop")))
                .map(shop -> new Condition.FromShop(shop.id(), shop.name()))
                .forEach(into::add);
        return Optional.empty();
    }

    private static Optional<VatRate> rate(String typed) {
        return Optional.of(RATE.matcher(typed))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new BigDecimal(matcher.group(1).replace(',', '.')))
                .filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) <= 0)
                .map(VatRate::new);
    }

    private static Optional<Condition> place(String typed) {
        return after(RuleFields.AREA, typed, area -> constant(Area.class, area).map(Condition.In::new))
                .or(() -> after(RuleFields.COUNTRY, typed, code -> country(code).map(Condition.To::new)))
                .or(() -> after(RuleFields.APART, typed, code -> country(code).map(Condition.ToOutsideOf::new)));
    }

    private static Optional<Condition> after(
            String beginning, String typed, Function<String, Optional<? extends Condition>> read) {
        return typed.startsWith(beginning)
                ? read.apply(typed.substring(beginning.length())).map(Function.<Condition>identity())
                : Optional.empty();
    }

    private static Optional<String> country(String code) {
        return Optional.of(code).filter(one -> one.equals(NORTHERN_IRELAND) || COUNTRIES.contains(one));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
