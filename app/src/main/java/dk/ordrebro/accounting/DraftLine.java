package dk.ordrebro.accounting;

import dk.ordrebro.money.Totals;
import dk.ordrebro.money.VatRate;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * One line of an intended invoice.
 *
 * @param orderLine key of the order line it delivers; empty for a rounding line
 * @param unitPrice before discount, in the draft's price mode, at most as many decimals as the currency
 * @param discount cash for the whole line, in the draft's price mode, zero or more
 * @param rate the rate we expect the program to pick
 * @param expected what the program must answer for this line
 */
public record DraftLine(
        String orderLine,
        LineAccount account,
        String description,
        BigDecimal quantity,
        Money unitPrice,
        Money discount,
        VatRate rate,
        Totals expected) {}
