package dk.ordrebro.web.proof;

import dk.ordrebro.proof.Amounts;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.Rates;
import dk.ordrebro.web.CsvFile;
import dk.ordrebro.web.Words;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A proof for a spreadsheet: a row for each day and shop, a column for each amount and currency. */
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
        List<String> head = new ArrayList<>(
                List.of(words.text("proof.day"), words.text("orders.shop"), words.text("proof.verdict")));
        for (Measure measure : Measure.values()) {
            if (measure.counts()) {
                head.add(words.text(measure.key()));
            }
        }
        head.add(words.text("proof.missing"));
        head.add(words.text("proof.extra"));
        head.add(words.text("proof.arrivals"));
        head.add(words.text("proof.edits"));
        head.add(words.text("proof.refunds"));
        head.add(words.text("proof.unchecked"));
        head.add(words.text("proof.unknown"));
        for (String currency : currencies) {
            for (Measure measure : Measure.values()) {
                head.add(words.text(measure.key()) + " " + currency);
            }
        }
        head.add(words.text("proof.ledger.kroner"));
        head.add(words.text("proof.no-rate"));
        return head.toArray(String[]::new);
    }

    private String[] row(ProofTable table, ProofDay day, SortedSet<String> currencies) {
        List<String> row = new ArrayList<>(List.of(
                day.day().toString(),
                table.shop(day.shop()),
                words.text("proof.verdict." + day.verdict().word())));
        for (Measure measure : Measure.values()) {
            if (measure.counts()) {
                row.add(Long.toString(measure.of(day).n()));
            }
        }
        row.add(Long.toString(day.missing()));
        row.add(Long.toString(day.extra()));
        row.add(Long.toString(day.arrivals()));
        row.add(Long.toString(day.edits().n()));
        row.add(Long.toString(day.refunds().n()));
        row.add(Long.toString(day.unchecked().n()));
        row.add(Long.toString(day.waiting().unknown()));
        for (String currency : currencies) {
            for (Measure measure : Measure.values()) {
                row.add(amount(measure.of(day).amounts(), currency));
            }
        }
        Rates.Kroner kroner = table.kroner(day, Measure.LEDGER);
        row.add(CsvFile.decimal(kroner.sum().getAmount()));
        row.add(kroner.unknown().byCurrency().isEmpty() ? "" : kroner.unknown().toString());
        return row.toArray(String[]::new);
    }

    private static String amount(Amounts amounts, String currency) {
        return CsvFile.decimal(
                Money.of(CurrencyUnit.of(currency), amounts.byCurrency().getOrDefault(currency, BigDecimal.ZERO))
                        .getAmount());
    }
}
