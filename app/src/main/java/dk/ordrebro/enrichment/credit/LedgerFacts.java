package dk.ordrebro.enrichment.credit;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.VatRuleset;
import dk.ordrebro.accounting.arithmetic.ArithmeticKnown;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.order.FulfillmentId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a ledger for the credit notes of an invoice to leave nothing in it.
 *
 * @param arithmetic how it adds a document up
 * @param withoutVat a ruleset by which no VAT is charged, whoever buys; null where the company has none
 * @param made the credit notes that exist already, by what was taken back with them
 */
public record LedgerFacts(
        LedgerArithmetic arithmetic, @Nullable RulesetId withoutVat, Map<FulfillmentId, InvoiceDraft> made) {

    /** Of a ledger that does as it publishes and has no ruleset without VAT. */
    public static final LedgerFacts PUBLISHED = new LedgerFacts(ArithmeticKnown.NOTHING.rule(), null, Map.of());

    public LedgerFacts {
        made = Map.copyOf(made);
    }

    /** Those of a chart. */
    public static LedgerFacts of(
            LedgerArithmetic arithmetic, ChartOfAccounts chart, Map<FulfillmentId, InvoiceDraft> made) {
        RulesetId withoutVat = chart.rulesets().stream()
                .filter(LedgerFacts::isWithoutVat)
                .map(VatRuleset::id)
                .findFirst()
                .orElse(null);
        return new LedgerFacts(arithmetic, withoutVat, made);
    }

    /** Nor one of those by which the sale is reported anywhere: they ask who buys. */
    private static boolean isWithoutVat(VatRuleset ruleset) {
        return ruleset.rules().isEmpty() && ruleset.fallback().isZero();
    }
}
