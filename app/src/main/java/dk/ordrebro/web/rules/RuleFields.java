package dk.ordrebro.web.rules;

import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A rule as the fields of its form. A field nobody filled in is empty. */
record RuleFields(Map<String, String> typed) {

    private static final List<String> NAMES =
            List.of("rule", "kind", "rate", "sku", "skuHow", "place", "buyer", "method", "shop", "account", "ruleset");
    private static final int LONGEST = 100;
    /** What the drop-down of places sends: what the rest of the value is. */
    static final String AREA = "area:";

    static final String COUNTRY = "to:";
    static final String APART = "apart:";
    static final String BEGINS = "BEGINS";

    RuleFields {
        typed = Map.copyOf(typed);
    }

    static RuleFields typed(Map<String, String> form) {
        var kept = new HashMap<String, String>();
        for (String name : NAMES) {
            String value = form.getOrDefault(name, "").strip();
            kept.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
        }
        return new RuleFields(kept);
    }

    static RuleFields of(Rule rule) {
        Map<String, String> fields = of(rule.conditions());
        fields.put("rule", rule.id().toString());
        fields.put("account", rule.account().toString());
        fields.put("ruleset", rule.ruleset().value());
        return typed(fields);
    }

    /** The fields of conditions alone, to be filled on. */
    static Map<String, String> of(List<Condition> conditions) {
        var fields = new HashMap<String, String>();
        conditions.forEach(condition -> {
            switch (condition) {
                case Condition.Charged(var rate) ->
                    fields.put("rate", rate.percent().toPlainString().replace('.', ','));
                case Condition.OfKind(var kind) -> fields.put("kind", kind.name());
                case Condition.SkuIs(var sku) -> fields.put("sku", sku);
                case Condition.SkuBegins(var beginning) -> {
                    fields.put("sku", beginning);
                    fields.put("skuHow", BEGINS);
                }
                case Condition.In(var area) -> fields.put("place", AREA + area);
                case Condition.To(var country) -> fields.put("place", COUNTRY + country);
                case Condition.ToOutsideOf(var country) -> fields.put("place", APART + country);
                case Condition.SoldTo(var buyer) -> fields.put("buyer", buyer.name());
                case Condition.PaidWith(var method) -> fields.put("method", method);
                case Condition.FromShop from -> fields.put("shop", from.shop().toString());
            }
        });
        return fields;
    }

    public String get(String name) {
        return typed.getOrDefault(name, "");
    }
}
