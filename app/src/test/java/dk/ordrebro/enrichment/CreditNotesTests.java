package dk.ordrebro.enrichment;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.Order;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditNotesTests {

    private static final Template ROUNDING =
            new Template(TemplateKind.ROUNDING, Area.DOMESTIC, new AccountNumber(1110), Given.FREE);

    private static InvoiceDraft credit(Order order, boolean reopens, List<FulfilledLine> back) {
        Fulfillment delivery = Given.everything(order);
        Enrichment invoice = Enricher.bundled().enrich(Given.caseOf(order, delivery, Given.templatesAnd(ROUNDING)));
        return CreditNotes.credit(
                ((Enrichment.Ready) invoice).draft(),
                new InvoiceId("i"),
                delivery,
                Given.back(delivery, 2, reopens, back),
                new Reference("nordlys:1001:2"));
    }

    private static FulfilledLine pieces(String line, int from, int pieces) {
        return new FulfilledLine(line, BigDecimal.valueOf(from), BigDecimal.valueOf(pieces));
    }

    @Test
    void takesTheRoundingLineBackOnlyWithTheWholeDelivery() {
        Order order = order().item("1", "100").statedGross("100.01").build();

        InvoiceDraft undone = credit(order, true, List.of(pieces("1", 0, 1)));
        InvoiceDraft returned = credit(order, false, List.of(pieces("1", 0, 1)));

        assertThat(undone.expected().gross().toString()).isEqualTo("DKK 100.01");
        assertThat(returned.expected().gross().toString()).isEqualTo("DKK 100.00");
    }

    @Test
    void keepsNetPricesWhereTheyGiveTheGrossThatIsDue() {
        Order order = order().net().item("2", "80").item("1", "40").build();

        InvoiceDraft credit = credit(order, false, List.of(pieces("1", 1, 1)));

        assertThat(credit.priceMode()).isEqualTo(PriceMode.EXCLUDING_VAT);
        assertThat(credit.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.unitPrice().toString()).isEqualTo("DKK 80.00");
        });
        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 100.00");
    }

    /** Three pieces at 0.02 net are 0.08 with VAT, and one piece's 0.03 cannot be reached from 0.02 net by a ledger that adds 25 % to it. */
    @Test
    void turnsToGrossPricesWhereNetOnesCannotGiveTheGrossThatIsDue() {
        Order order = order().net().item("3", "0.02").build();

        InvoiceDraft first = credit(order, false, List.of(pieces("1", 0, 1)));
        InvoiceDraft second = credit(order, false, List.of(pieces("1", 1, 1)));
        InvoiceDraft third = credit(order, false, List.of(pieces("1", 2, 1)));

        assertThat(first.expected()
                        .gross()
                        .plus(second.expected().gross())
                        .plus(third.expected().gross())
                        .toString())
                .isEqualTo("DKK 0.08");
        assertThat(List.of(first.priceMode(), second.priceMode(), third.priceMode()))
                .contains(PriceMode.INCLUDING_VAT);
    }

    @Test
    void takesBackTheStretchThatCameBackAndNoOtherLine() {
        Order order = order().item("3", "33.33").item("1", "10").freight("39").build();

        InvoiceDraft credit = credit(order, false, List.of(pieces("1", 1, 2)));

        assertThat(credit.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("2");
            assertThat(line.unitPrice().toString()).isEqualTo("DKK 33.33");
        });
        assertThat(credit.expected().gross().toString()).isEqualTo("DKK 66.66");
        assertThat(credit.message()).isEqualTo("Kreditnota til ordre #1001");
    }
}
