package dk.ordrebro.web;

import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Discount;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes numbers, amounts and times in the reader's form: 1.234,50 kr. and 23-11-2026 in Danish, DKK 1,234.50 and 23 Nov 2026 in English.
 * Times are Copenhagen's, as the invoice dates are.
 */
@Component("show")
public class Show {

    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private static final DateTimeFormatter DANISH_DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
    private static final DateTimeFormatter DANISH_TIME = DateTimeFormatter.ofPattern("dd-MM-uuuu HH.mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private static boolean danish() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    public String money(Money money) {
        String currency = money.getCurrencyUnit().getCode();
        String number = amount(money);
        if (!danish()) {
            return currency + " " + number;
        }
        return number + " " + (currency.equals("DKK") ? "kr." : currency);
    }

    /** Without the currency, where a heading names it. */
    public String amount(Money money) {
        return decimal(money.getAmount(), money.getScale(), money.getScale());
    }

    public String money(String currency, BigDecimal amount) {
        return money(Money.of(CurrencyUnit.of(currency), amount));
    }

    /** A quantity or price with as many decimals as it has. */
    public String quantity(BigDecimal quantity) {
        return decimal(quantity, 0, 10);
    }

    /** A price for one, which may have more decimals than its currency and never shows fewer than two. */
    public String price(BigDecimal price) {
        return decimal(price, 2, 10);
    }

    /** As it is typed into a field: no thousands separators. */
    public String plain(BigDecimal quantity) {
        String text =
                quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
        return danish() ? text.replace('.', ',') : text;
    }

    /** Sums in several currencies, none of which can be added to another. */
    public String amounts(Map<String, BigDecimal> byCurrency) {
        return byCurrency.isEmpty()
                ? decimal(BigDecimal.ZERO, 2, 2)
                : new TreeMap<>(byCurrency)
                        .entrySet().stream()
                                .map(sum -> money(sum.getKey(), sum.getValue()))
                                .collect(Collectors.joining(" + "));
    }

    public String discount(Discount discount, CurrencyUnit currency) {
        return switch (discount) {
            case Discount.Percent(BigDecimal percent) -> decimal(percent, 0, 6) + (danish() ? " %" : "%");
            case Discount.Amount(BigDecimal value) -> decimal(value, 2, 10) + " " + currency.getCode();
        };
    }

    public String rate(VatRate rate) {
        return decimal(rate.percent(), 0, 4) + (danish() ? " %" : "%");
    }

    public String number(long number) {
        return decimal(BigDecimal.valueOf(number), 0, 0);
    }

    public String day(LocalDate day) {
        return (danish() ? DANISH_DAY : ENGLISH_DAY).format(day);
    }

    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, COPENHAGEN));
    }

    public String time(Instant instant) {
        return (danish() ? DANISH_TIME : ENGLISH_TIME).format(instant.atZone(COPENHAGEN));
    }

    /** For a machine, in the {@code datetime} of a {@code <time>}. */
    public String iso(Instant instant) {
        return instant.toString();
    }

    private static String decimal(BigDecimal number, int fewest, int most) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(danish() ? '.' : ',');
        symbols.setDecimalSeparator(danish() ? ',' : '.');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        format.setParseBigDecimal(true);
        return format.format(number);
    }
}
