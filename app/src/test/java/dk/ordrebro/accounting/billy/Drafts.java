package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.Buyer;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.arithmetic.LedgerArithmetic;
import dk.ordrebro.accounting.arithmetic.Taxed;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Drafts for tests that are about something else: a Danish private buyer, kroner, prices with 25 % VAT. */
public record Drafts(
        String reference,
        String orderNumber,
        LocalDate date,
        Buyer buyer,
        CurrencyUnit currency,
        @Nullable BigDecimal exchangeRate,
        PriceMode mode,
        DocumentType type,
        @Nullable InvoiceId credits,
        String ruleset,
        VatRate rate,
        List<DraftLine> lines) {

    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final CurrencyUnit DKK = CurrencyUnit.of("DKK");
    public static final VatRate DANISH = VatRate.percent("25");

    public static Drafts draft(String ruleset) {
        return new Drafts(
                "butik:1001:1",
                "1001",
                DAY,
                buyer("butik:77"),
                DKK,
                null,
                PriceMode.INCLUDING_VAT,
                DocumentType.INVOICE,
                null,
                ruleset,
                DANISH,
                List.of());
    }

    public static Buyer buyer(String key) {
        return new Buyer(
                key,
                BuyerType.PERSON,
                "Ida Holm",
                "DK",
                "Møllevej 4",
                "8000",
                "Aarhus C",
                "",
                "ida@eksempel.dk",
                "",
                null);
    }

    public Drafts reference(String text) {
        return new Drafts(
                text, orderNumber, date, buyer, currency, exchangeRate, mode, type, credits, ruleset, rate, lines);
    }

    Drafts order(String number) {
        return new Drafts(
                reference, number, date, buyer, currency, exchangeRate, mode, type, credits, ruleset, rate, lines);
    }

    Drafts date(LocalDate day) {
        return new Drafts(
                reference, orderNumber, day, buyer, currency, exchangeRate, mode, type, credits, ruleset, rate, lines);
    }

    public Drafts buyer(Buyer other) {
        return new Drafts(
                reference, orderNumber, date, other, currency, exchangeRate, mode, type, credits, ruleset, rate, lines);
    }

    public Drafts currency(String code, @Nullable String pinned) {
        BigDecimal exchange = pinned == null ? null : new BigDecimal(pinned);
        return new Drafts(
                reference,
                orderNumber,
                date,
                buyer,
                CurrencyUnit.of(code),
                exchange,
                mode,
                type,
                credits,
                ruleset,
                rate,
                lines);
    }

    public Drafts excludingVat() {
        return new Drafts(
                reference,
                orderNumber,
                date,
                buyer,
                currency,
                exchangeRate,
                PriceMode.EXCLUDING_VAT,
                type,
                credits,
                ruleset,
                rate,
                lines);
    }

    public Drafts rate(VatRate other) {
        return new Drafts(
                reference,
                orderNumber,
                date,
                buyer,
                currency,
                exchangeRate,
                mode,
                type,
                credits,
                ruleset,
                other,
                lines);
    }

    public Drafts crediting(@Nullable InvoiceId invoice) {
        return new Drafts(
                reference,
                orderNumber,
                date,
                buyer,
                currency,
                exchangeRate,
                mode,
                DocumentType.CREDIT_NOTE,
                invoice,
                ruleset,
                rate,
                lines);
    }

    /** A line on account 1110. */
    public Drafts line(String description, String quantity, String unitPrice, String discount) {
        return line(
                new LineAccount("Varer (Indland)", "", new AccountNumber(1110), new RulesetId(ruleset)),
                description,
                quantity,
                unitPrice,
                discount);
    }

    public Drafts line(LineAccount account, String description, String quantity, String unitPrice, String discount) {
        Money price = Money.of(currency, new BigDecimal(unitPrice));
        Money off = Money.of(currency, new BigDecimal(discount));
        BigDecimal count = new BigDecimal(quantity);
        var all = new ArrayList<>(lines);
        all.add(new DraftLine(
                "l" + lines.size(),
                account,
                description,
                count,
                price,
                off,
                rate,
                LedgerArithmetic.ofOne(LedgerArithmetic.amount(count, price, off), rate, mode)));
        return new Drafts(
                reference, orderNumber, date, buyer, currency, exchangeRate, mode, type, credits, ruleset, rate, all);
    }

    public InvoiceDraft done() {
        Totals expected = LedgerArithmetic.DOCUMENT
                .sums(currency, mode, lines.stream().map(Taxed::of).toList())
                .total();
        return new InvoiceDraft(
                new Reference(reference),
                type,
                orderNumber,
                date,
                buyer,
                currency,
                exchangeRate,
                mode,
                credits,
                "Ordre " + orderNumber,
                lines,
                expected);
    }
}
