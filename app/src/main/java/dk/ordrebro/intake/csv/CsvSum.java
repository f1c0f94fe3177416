package dk.ordrebro.intake.csv;

import org.joda.money.Money;

/**
 * What the orders of a file come to in one currency, as their lines, freight and discounts give it in the file's price mode.
 *
 * @param orders how many
 * @param goods all lines that are no freight, discounts taken off
 * @param freight all freight
 * @param discounts all reductions, above zero
 * @param total goods and freight
 * @param stated what the file itself says the orders that state a total come to; zero where none does
 * @param disagreeing how many orders state another total than their lines come to, where prices are with VAT
 * @param old how many were bought more than a year ago
 */
public record CsvSum(
        int orders, Money goods, Money freight, Money discounts, Money total, Money stated, int disagreeing, int old) {}
