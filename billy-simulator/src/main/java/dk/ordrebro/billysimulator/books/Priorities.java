package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.record.Schema;
import java.util.Map;

/** The order of children whose client did not number them. */
final class Priorities {

    private static final Map<Schema, Field<Integer>> FIELDS = Map.of(
            InvoiceLine.SCHEMA, InvoiceLine.PRIORITY,
            SalesTaxRule.SCHEMA, SalesTaxRule.PRIORITY,
            DeductionComponent.SCHEMA, DeductionComponent.PRIORITY,
            DaybookTransactionLine.SCHEMA, DaybookTransactionLine.PRIORITY);

    private Priorities() {}

    @Behaviour(
            value = "Embedded children without a priority get 1, 2, … in their order",
            known = Known.RECORDED,
            where = "6.2")
    static void fill(RowBuilder child, int position) {
        Field<Integer> priority = FIELDS.get(child.schema());
        if (priority != null) {
            child.fill(priority, position);
        }
    }
}
