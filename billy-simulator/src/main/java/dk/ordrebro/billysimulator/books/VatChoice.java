package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the tax rate of a line from its product's ruleset and the contact. Nothing on the line itself has a say. */
final class VatChoice {

    private static final Comparator<Row> BY_PRIORITY =
            Comparator.comparingInt(rule -> rule.get(SalesTaxRule.PRIORITY, Integer.MAX_VALUE));

    private VatChoice() {}

    /** The rate, or null for none at all, which is no tax. */
    @Behaviour(
            value = "The product's ruleset decides the rate; without one the organization's default ruleset does",
            known = Known.GUESSED,
            where = "8",
            question = 16)
    @Behaviour(
            value = "A company without VAT and a contact that is sales-tax exempt get no rate",
            known = Known.GUESSED,
            where = "14",
            question = 21)
    static @Nullable Row rateFor(Reading books, Row product, Row contact) {
        Row organization = books.organization();
        if (!organization.is(Organization.HAS_VAT) || isExempt(organization, contact)) {
            return null;
        }
        String own = product.get(Product.SALES_TAX_RULESET_ID);
        String rulesetId = own == null ? defaultRuleset(organization) : own;
        Row ruleset = books.find(SalesTaxRuleset.SCHEMA, rulesetId);
        return ruleset == null ? null : books.find(TaxRate.SCHEMA, rateId(books, ruleset, contact));
    }

    private static boolean isExempt(Row organization, Row contact) {
        return contact.is(Contact.IS_SALES_TAX_EXEMPT) && !Switch.EXEMPTION_WITHOUT_EFFECT.isOn(organization);
    }

    private static @Nullable String defaultRuleset(Row organization) {
        return Switch.NO_DEFAULT_RULESET.isOn(organization)
                ? null
                : organization.get(Organization.DEFAULT_SALES_TAX_RULESET_ID);
    }

    @Behaviour(
            value =
                    "The first rule, by ascending priority, whose criteria all match gives the rate; none: the fallback",
            known = Known.REPORTED,
            where = "8")
    private static @Nullable String rateId(Reading books, Row ruleset, Row contact) {
        List<Row> rules = books.having(SalesTaxRule.SCHEMA, SalesTaxRule.RULESET_ID, ruleset.id());
        rules.sort(BY_PRIORITY);
        for (Row rule : rules) {
            if (matches(books, rule, contact)) {
                return rule.get(SalesTaxRule.TAX_RATE_ID);
            }
        }
        return ruleset.get(SalesTaxRuleset.FALLBACK_TAX_RATE_ID);
    }

    @Behaviour(
            value = "A rule knows country, state, country group and contact type",
            known = Known.DOCUMENTED,
            where = "6.7")
    @Behaviour(value = "A criterion that is null matches everybody", known = Known.REPORTED, where = "6.7")
    private static boolean matches(Reading books, Row rule, Row contact) {
        return agrees(rule, SalesTaxRule.COUNTRY_ID, contact, Contact.COUNTRY_ID)
                && agrees(rule, SalesTaxRule.STATE_ID, contact, Contact.STATE_ID)
                && agrees(rule, SalesTaxRule.CITY_ID, contact, Contact.CITY_ID)
                && agrees(rule, SalesTaxRule.CONTACT_TYPE, contact, Contact.TYPE)
                && inGroup(books, rule.get(SalesTaxRule.COUNTRY_GROUP_ID), contact.get(Contact.COUNTRY_ID));
    }

    private static boolean agrees(Row rule, Field<String> criterion, Row contact, Field<String> fact) {
        String wanted = rule.get(criterion);
        return wanted == null || wanted.equals(contact.get(fact));
    }

    @Behaviour(
            value = "memberCountryIds is a string with commas between the codes",
            known = Known.GUESSED,
            where = "6.7")
    private static boolean inGroup(Reading books, @Nullable String groupId, @Nullable String country) {
        if (groupId == null) {
            return true;
        }
        Row group = books.find(CountryGroup.SCHEMA, groupId);
        return group != null
                && country != null
                && ("," + group.get(CountryGroup.MEMBER_COUNTRY_IDS, "") + ",").contains("," + country + ",");
    }
}
