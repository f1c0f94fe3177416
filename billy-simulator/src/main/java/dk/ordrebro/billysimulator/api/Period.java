package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.WrongValue;
import dk.ordrebro.billysimulator.store.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days from first to last, both included. */
@Behaviour(
        value =
                "Periods: all, dates:A...B, day:D, month:YYYY-MM, quarter:YYYY-n, halfYear:YYYY-n or half:YYYY-n, year:YYYY, fiscalYear:YYYY, from:D, through:D",
        known = Known.DOCUMENTED,
        where = "3")
record Period(LocalDate first, LocalDate last) {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    boolean contains(@Nullable LocalDate day) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }

    static Period parse(String text, Reading books) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        try {
            return switch (kind) {
                case "all" -> new Period(EVER, NEVER);
                case "dates" -> between(value);
                case "day" -> new Period(LocalDate.parse(value), LocalDate.parse(value));
                case "month" -> months(YearMonth.parse(value), 1);
                case "quarter" -> part(value, 3);
                case "halfYear", "half" -> part(value, 6);
                case "year" -> months(YearMonth.of(year(value), 1), 12);
                case "fiscalYear" -> fiscalYear(year(value), books);
                case "from" -> new Period(LocalDate.parse(value), NEVER);
                case "through" -> new Period(EVER, LocalDate.parse(value));
                default -> throw wrong();
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            throw wrong();
        }
    }

    private static Period between(String value) {
        int dots = value.indexOf("...");
        if (dots < 0) {
            throw wrong();
        }
        return new Period(LocalDate.parse(value.substring(0, dots)), LocalDate.parse(value.substring(dots + 3)));
    }

    private static Period part(String value, int months) {
        List<String> parts = List.of(value.split("-", -1));
        if (parts.size() != 2) {
            throw wrong();
        }
        int part = Integer.parseInt(parts.getLast());
        return months(YearMonth.of(year(parts.getFirst()), (part - 1) * months + 1), months);
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (year < 1 || year > 9998) {
            throw wrong();
        }
        return year;
    }

    private static Period months(YearMonth first, int count) {
        return new Period(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    @Behaviour(value = "A fiscal year is called after the year it ends in", known = Known.GUESSED, where = "3")
    private static Period fiscalYear(int year, Reading books) {
        int endMonth = books.organization().get(Organization.FISCAL_YEAR_END_MONTH, 12);
        return months(YearMonth.of(year, endMonth).minusMonths(11), 12);
    }

    private static WrongValue wrong() {
        return new WrongValue("must be a period such as month:2026-11", "skal være en periode som month:2026-11");
    }
}
