package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tax rates and rulesets of a fresh Danish company. */
final class DanishVat {

    static final int SALES_ACCOUNT = 1110;
    static final int BANK_ACCOUNT = 5710;
    static final String STANDARD_SALE = "S25";
    private static final int SALES_TAX_ACCOUNT = 7250;
    private static final int PURCHASE_TAX_ACCOUNT = 7220;

    private DanishVat() {}

    /** A default rate: its letters in the reference, name, rate and direction. */
    private record Default(String letters, String name, String rate, boolean sales) {}

    private static final Default[] DEFAULTS = {
        new Default(STANDARD_SALE, "Salgsmoms 25 %", "0.25", true),
        new Default("SEG", "EU-salg, varer", "0", true),
        new Default("SES", "EU-salg, ydelser", "0", true),
        new Default("SW", "Salg uden for EU", "0", true),
        new Default("K25", "Købsmoms 25 %", "0.25", false),
        new Default("KEG", "Køb af varer i EU, omvendt betalingspligt", "0.25", false),
        new Default("KES", "Køb af ydelser i EU, omvendt betalingspligt", "0.25", false),
        new Default("KWG", "Udlandsmoms varer", "0.25", false),
        new Default("KWS", "Udlandsmoms ydelser", "0.25", false),
        new Default("KR", "Restaurant, delvis fradrag", "0.25", false),
    };

    /** Puts the rates; returns their ids by letters. */
    @Behaviour(
            value = "Ten default tax rates, four for sales and six for purchases",
            known = Known.RECORDED,
            where = "13.2")
    @Behaviour(
            value = "Their names, and which rate each letter stands for, are our own reading",
            known = Known.GUESSED,
            where = "13.2")
    static Map<String, String> rates(Change change) {
        Map<String, String> ids = new LinkedHashMap<>();
        int priority = 1;
        for (Default rate : DEFAULTS) {
            String id = change.newId();
            ids.put(rate.letters(), id);
            change.put(RowBuilder.of(TaxRate.SCHEMA, id)
                    .set(TaxRate.ORGANIZATION_ID, change.organization().id())
                    .set(TaxRate.NAME, rate.name())
                    .set(TaxRate.ABBREVIATION, rate.letters())
                    .set(TaxRate.DESCRIPTION, "")
                    .set(TaxRate.RATE, new BigDecimal(rate.rate()))
                    .set(TaxRate.APPLIES_TO_SALES, rate.sales())
                    .set(TaxRate.APPLIES_TO_PURCHASES, !rate.sales())
                    .set(TaxRate.IS_PREDEFINED, true)
                    .set(TaxRate.IS_ACTIVE, true)
                    .set(TaxRate.PRIORITY, priority++)
                    .set(TaxRate.IS_MISSING_STANDARD_TAX_RATE, false)
                    .build());
        }
        return ids;
    }

    /** Says where the tax of each rate above zero is posted. */
    static void components(Change change, Map<String, String> rateIds, Map<Integer, String> accounts) {
        for (Default rate : DEFAULTS) {
            String account = accounts.get(rate.sales() ? SALES_TAX_ACCOUNT : PURCHASE_TAX_ACCOUNT);
            if (account == null || rate.rate().equals("0")) {
                continue;
            }
            change.put(RowBuilder.of(DeductionComponent.SCHEMA, change.newId())
                    .set(DeductionComponent.TAX_RATE_ID, rateIds.get(rate.letters()))
                    .set(DeductionComponent.SHARE, BigDecimal.ONE)
                    .set(DeductionComponent.SOURCE, "tax")
                    .set(DeductionComponent.ACCOUNT_ID, account)
                    .set(DeductionComponent.PRIORITY, 1)
                    .build());
        }
    }

    /** Puts the rulesets; returns the id of the default one. */
    @Behaviour(
            value = "There are rulesets called \"Normalt salg af varer\" and \"Momsfrit\"",
            known = Known.REPORTED,
            where = "13.3")
    @Behaviour(
            value = "Their rules, and the ruleset \"Normalt salg af ydelser\", are our own choice",
            known = Known.GUESSED,
            where = "13.3")
    @Behaviour(
            value = "Momsfrit has no rules and no fallback: its lines have taxRateId null and tax 0",
            known = Known.GUESSED,
            where = "13.3")
    static String rulesets(Change change, Map<String, String> rateIds) {
        String goods = ruleset(change, "Normalt salg af varer", rateIds.get("SW"));
        rules(change, goods, rateIds.get(STANDARD_SALE), rateIds.get("SEG"));
        String services = ruleset(change, "Normalt salg af ydelser", rateIds.get("SW"));
        rules(change, services, rateIds.get(STANDARD_SALE), rateIds.get("SES"));
        ruleset(change, "Momsfrit", null);
        return goods;
    }

    private static String ruleset(Change change, String name, @Nullable String fallbackRateId) {
        String id = change.newId();
        change.put(RowBuilder.of(SalesTaxRuleset.SCHEMA, id)
                .set(SalesTaxRuleset.ORGANIZATION_ID, change.organization().id())
                .set(SalesTaxRuleset.NAME, name)
                .set(SalesTaxRuleset.ABBREVIATION, "")
                .set(SalesTaxRuleset.DESCRIPTION, "")
                .set(SalesTaxRuleset.FALLBACK_TAX_RATE_ID, fallbackRateId)
                .set(SalesTaxRuleset.IS_PREDEFINED, true)
                .build());
        return id;
    }

    private static void rules(Change change, String ruleset, @Nullable String standard, @Nullable String euBusiness) {
        change.put(rule(change, ruleset, standard, 1)
                .set(SalesTaxRule.COUNTRY_ID, "DK")
                .build());
        change.put(euRule(change, ruleset, euBusiness, 2, Contact.COMPANY));
        change.put(euRule(change, ruleset, standard, 3, "person"));
    }

    private static Row euRule(Change change, String ruleset, @Nullable String rate, int priority, String contactType) {
        return rule(change, ruleset, rate, priority)
                .set(SalesTaxRule.COUNTRY_GROUP_ID, World.EU_GROUP_ID)
                .set(SalesTaxRule.CONTACT_TYPE, contactType)
                .build();
    }

    private static RowBuilder rule(Change change, String ruleset, @Nullable String rate, int priority) {
        return RowBuilder.of(SalesTaxRule.SCHEMA, change.newId())
                .set(SalesTaxRule.RULESET_ID, ruleset)
                .set(SalesTaxRule.TAX_RATE_ID, rate)
                .set(SalesTaxRule.PRIORITY, priority);
    }
}
