package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.modulith.NamedInterface;

/** What pages show of all bookings at once: kept as bookings change, never counted. */
@NamedInterface("totals")
public interface DailyTotals {

    /** All bookings of a company. */
    Tally tally(CompanyId company);

    /** Bookings by the day of their fulfillment; days without any are left out. */
    SortedMap<LocalDate, Tally> days(CompanyId company, LocalDate from, LocalDate through);

    /** What was settled, by day, area and currency; earliest day first. */
    List<Turnover> turnover(CompanyId company, LocalDate from, LocalDate through);

    /** The documents of settled bookings by where they stand, earliest day first. Bookings that are held are not among them. */
    List<Documents> documents(CompanyId company, LocalDate from, LocalDate through);

    /**
     * All documents of settled bookings that stand so now, whatever their day. {@code DRAFT}: what waits for approval; {@code GONE}: what is
     * missing in the books.
     */
    Pile pile(CompanyId company, Standing standing);

    /** Why bookings are held, the largest group first. */
    List<ProblemGroup> problems(CompanyId company);

    /** Why bookings were skipped: code to number of bookings. */
    Map<String, Long> skipped(CompanyId company);

    /** The oldest booking whose document does not stand in the books and is still to be made: under way or held. */
    Optional<Booking> oldestUnbooked(CompanyId company);

    /** The same, of what is under way only. */
    Optional<Booking> oldestUnderway(CompanyId company);

    /** The accounting programs that turn us away now, longest first. */
    List<AccountingHealth> troubles(CompanyId company);
}
