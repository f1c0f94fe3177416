package dk.ordrebro.accounting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.billy.Drafts;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.oracle.LedgerOracle;
import dk.ordrebro.oracle.LedgerOracle.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Documents of any lines at any rates, below zero too, as an oracle adds them up. */
class LedgerArithmeticProperties {

    private record Piece(int quantity, int price, int off, String percent) {}

    private static Way way(LedgerArithmetic rule) {
        return switch (rule) {
            case DOCUMENT -> Way.OVER_THE_DOCUMENT;
            case LINE -> Way.ON_EACH_LINE;
            case RATE -> Way.ON_EACH_RATE;
        };
    }

    private static InvoiceDraft document(String code, PriceMode mode, List<Piece> pieces) {
        CurrencyUnit currency = CurrencyUnit.of(code);
        List<DraftLine> lines = new ArrayList<>();
        for (Piece piece : pieces) {
            lines.add(new DraftLine(
                    "l" + lines.size(),
                    new LineAccount("Varer", "", new AccountNumber(1110), new RulesetId("r")),
                    "Vare",
                    BigDecimal.valueOf(piece.quantity),
                    Money.ofMinor(currency, piece.price),
                    Money.ofMinor(currency, piece.off),
                    VatRate.percent(piece.percent),
                    Totals.zero(currency)));
        }
        InvoiceDraft any = Drafts.draft("r").done();
        return new InvoiceDraft(
                any.reference(),
                any.type(),
                any.orderNumber(),
                any.date(),
                any.buyer(),
                currency,
                null,
                mode,
                null,
                "",
                lines,
                Totals.zero(currency));
    }

    private static List<Taxed> taxed(InvoiceDraft draft) {
        return draft.lines().stream().map(Taxed::of).toList();
    }

    @Property
    void addsUpAsItsWayOfRoundingAsks(@ForAll("documents") InvoiceDraft draft, @ForAll LedgerArithmetic rule) {
        DocumentSums sums = rule.sums(draft.currency(), draft.priceMode(), taxed(draft));

        LedgerOracle.Sums answer = LedgerOracle.of(draft, way(rule));
        assertThat(rule.vat(draft.priceMode(), taxed(draft)))
                .isEqualByComparingTo(answer.vat().toString());
        if (draft.currency().getDecimalPlaces() == 2) {
            assertThat(answer.hasNet(sums.total().net())).isTrue();
            assertThat(answer.hasVat(sums.total().vat())).isTrue();
            assertThat(answer.hasGross(sums.total().gross())).isTrue();
        } else {
            assertThat(answer.hasVatToTheUnit(sums.total().vat())).isTrue();
        }
        assertThat(sums.lines().stream().reduce(Totals.zero(draft.currency()), Totals::plus))
                .isEqualTo(sums.total());
        for (int i = 0; i < draft.lines().size(); i++) {
            Totals line = sums.lines().get(i);
            Money amount = taxed(draft).get(i).amount();
            assertThat(draft.priceMode() == PriceMode.INCLUDING_VAT ? line.gross() : line.net())
                    .isEqualTo(amount);
            BigDecimal exact = dk.ordrebro.money.Vat.exact(
                            amount, draft.lines().get(i).rate(), draft.priceMode())
                    .rounded(12, java.math.RoundingMode.HALF_UP);
            assertThat(line.vat().getAmount().subtract(exact).abs())
                    .isLessThan(Money.ofMinor(draft.currency(), 1).getAmount());
        }
    }

    @Property
    void knowsWhichWaysGiveAnAnswer(@ForAll("documents") InvoiceDraft draft, @ForAll LedgerArithmetic rule) {
        Money vat = rule.sums(draft.currency(), draft.priceMode(), taxed(draft))
                .total()
                .vat();

        Set<LedgerArithmetic> giving = LedgerArithmetic.giving(vat, draft.priceMode(), taxed(draft));

        assertThat(giving).contains(rule);
        if (draft.currency().getDecimalPlaces() == 2) {
            for (LedgerArithmetic other : LedgerArithmetic.values()) {
                assertThat(giving.contains(other))
                        .isEqualTo(LedgerOracle.of(draft, way(other)).hasVat(vat));
            }
        }
    }

    @Property
    void knowsWhetherAllWaysGiveAGross(@ForAll("documents") InvoiceDraft draft, @ForAll LedgerArithmetic rule) {
        Money gross = rule.sums(draft.currency(), draft.priceMode(), taxed(draft))
                .total()
                .gross();

        boolean all = true;
        for (Way way : Way.values()) {
            all &= LedgerOracle.of(draft, way).hasGross(gross);
        }
        assertThat(LedgerArithmetic.allGive(gross, draft.priceMode(), taxed(draft)))
                .isEqualTo(all);
    }

    /** docs/reference/billy-api.md 8: the vectors of Billy's own specification. */
    @Example
    void followsTheVectorsThatBillyPublishes() {
        assertThat(vat(PriceMode.EXCLUDING_VAT, new Piece(1, 2, 0, "25"), new Piece(1, 2, 0, "25")))
                .isEqualByComparingTo("0.01");
        assertThat(vat(
                        PriceMode.INCLUDING_VAT,
                        new Piece(1, 1234, 0, "25"),
                        new Piece(1, 1234, 0, "25"),
                        new Piece(1, 1234, 0, "25")))
                .isEqualByComparingTo("7.40");
        assertThat(vat(PriceMode.EXCLUDING_VAT, new Piece(1, 10020, 0, "1"), new Piece(1, 10020, 0, "2")))
                .isEqualByComparingTo("3.01");
        assertThat(vat(PriceMode.EXCLUDING_VAT, new Piece(1, 59970, 0, "25"))).isEqualByComparingTo("149.93");
    }

    private static BigDecimal vat(PriceMode mode, Piece... pieces) {
        return LedgerArithmetic.DOCUMENT.vat(mode, taxed(document("DKK", mode, List.of(pieces))));
    }

    @Provide
    Arbitrary<InvoiceDraft> documents() {
        Arbitrary<Piece> pieces = Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-40, 40),
                                Arbitraries.integers().between(0, 5_000_000)),
                        Arbitraries.of(0, 0, 0, 1, 7),
                        Arbitraries.of("25", "25", "0", "19", "7", "5.5", "25.5", "12", "27", "2.1", "13.5"))
                .as(Piece::new);
        return Combinators.combine(
                        Arbitraries.of("DKK", "EUR", "JPY", "KRW"),
                        Arbitraries.of(PriceMode.values()),
                        pieces.list().ofMinSize(1).ofMaxSize(12))
                .as(LedgerArithmeticProperties::document);
    }
}
