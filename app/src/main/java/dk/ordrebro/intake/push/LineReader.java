package dk.ordrebro.intake.push;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an order. */
final class LineReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Amounts amounts;
    private final Set<String> keys = new HashSet<>();

    LineReader(Amounts amounts) {
        this.amounts = amounts;
    }

    List<OrderLine> lines(List<Members> lines) {
        List<OrderLine> read = new ArrayList<>();
        for (Members line : lines) {
            read.add(line(line, String.valueOf(read.size() + 1)));
        }
        return read;
    }

    private OrderLine line(Members line, String position) {
        LineKind kind = line.word("kind", LineKind.class);
        BigDecimal quantity = line.requiredNumber("quantity", Digits.QUANTITY);
        BigDecimal unitPrice = line.requiredNumber("unitPrice", Digits.PRICE);
        OrderLine read = new OrderLine(
                key(line, position),
                kind == null ? LineKind.ITEM : kind,
                line.text("sku", Texts.SHORT),
                line.requiredText("title", Texts.TITLE),
                quantity,
                unitPrice,
                discount(line, quantity.signum() * unitPrice.signum()),
                vatRate(line));
        line.noteUnknown();
        return read;
    }

    private String key(Members line, String position) {
        String given = line.text("key", Texts.SHORT);
        String key = given == null ? position : given;
        if (!keys.add(key)) {
            line.refuse("key", "another line has the key " + key + " already");
        }
        return key;
    }

    /**
     * Reduces a line towards zero, so an amount has the sign of the line it stands on.
     *
     * @param sign of the line's amount
     */
    private @Nullable Discount discount(Members line, int sign) {
        Members members = line.object("discount");
        if (members == null) {
            return null;
        }
        Discount discount = amounts.discount(members);
        if (discount instanceof Discount.Amount(var value) && value.signum() != 0 && value.signum() != sign) {
            members.refuse(
                    "amount", sign == 0 ? "must be zero on a line worth nothing" : "must have the sign of its line");
        }
        members.noteUnknown();
        return discount;
    }

    private static @Nullable VatRate vatRate(Members line) {
        BigDecimal percent = line.number("vatRate", Digits.PERCENT);
        if (percent == null) {
            return null;
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            return line.refuse("vatRate", "must lie between 0 and 100 percent");
        }
        return new VatRate(percent);
    }
}
