package dk.ordrebro.web.proof;

import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Words;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A proof for a spreadsheet: a row for each day and shop, two columns of amounts for each currency. */
final class ProofCsv {

    private final Words words;

    ProofCsv(Words words) {
        this.words = words;
    }

    void write(ProofTable table, OutputStream out) {
        SortedSet<String> currencies = table.currencies();
        try (CsvFile file = new CsvFile(out)) {
            file.row(head(currencies));
            for (ProofDay day : table.days()) {
                file.row(row(table, day, currencies));
            }
        }
    }

    private String[] head(SortedSet<String> currencies) {
        List<String> head = new ArrayList<>(List.of(
                words.text("proof.day"),
                words.text("orders.shop"),
                words.text("proof.verdict"),
                words.text("start.handled"),
                words.text("start.booked"),
                words.text("proof.invoices"),
                words.text("start.underway"),
                words.text("start.held"),
                words.text("proof.skipped"),
                words.text("proof.missing"),
                words.text("proof.extra")));
        for (String currency : currencies) {
            head.add(words.text("proof.invoiced") + " " + currency);
            head.add(words.text("proof.difference") + " " + currency);
        }
        return head.toArray(String[]::new);
    }

    private String[] row(ProofTable table, ProofDay day, SortedSet<String> currencies) {
        List<String> row = new ArrayList<>(List.of(
                day.day().toString(),
                table.shop(day.shop()),
                words.text(day.agrees() ? "proof.ok" : "proof.wrong"),
                Integer.toString(day.handled()),
                Integer.toString(day.settled()),
                Integer.toString(day.invoices()),
                Integer.toString(day.waiting()),
                Integer.toString(day.held()),
                Integer.toString(day.skipped()),
                Integer.toString(day.missing()),
                Integer.toString(day.extra())));
        for (String currency : currencies) {
            row.add(amount(day.invoiced(), currency));
            row.add(amount(day.difference(), currency));
        }
        return row.toArray(String[]::new);
    }

    private static String amount(Amounts amounts, String currency) {
        BigDecimal nothing = Money.zero(CurrencyUnit.of(currency)).getAmount();
        return CsvFile.decimal(amounts.byCurrency().getOrDefault(currency, nothing));
    }
}
