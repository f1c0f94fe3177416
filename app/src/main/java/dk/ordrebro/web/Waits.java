package dk.ordrebro.web;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.refund.OpenRefunds;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.Findings;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How much waits for a person, whichever door it came in by: the number beside the way to the list. A few rows by their keys, for every page asks. */
@Component
public class Waits {

    /** What is missing is counted where it stands. */
    private static final Set<Finding.Kind> FOUND = EnumSet.complementOf(EnumSet.of(Finding.Kind.INVOICE_MISSING));

    private final DailyTotals totals;
    private final HeldArrivals arrivals;
    private final OrderEdits edits;
    private final OpenRefunds refunds;
    private final Findings findings;
    private final OrderIntegrations shops;
    private final Feeds feeds;

    Waits(
            DailyTotals totals,
            HeldArrivals arrivals,
            OrderEdits edits,
            OpenRefunds refunds,
            Findings findings,
            OrderIntegrations shops,
            Feeds feeds) {
        this.totals = totals;
        this.arrivals = arrivals;
        this.edits = edits;
        this.refunds = refunds;
        this.findings = findings;
        this.shops = shops;
        this.feeds = feeds;
    }

    /**
     * How many of each.
     *
     * @param held bookings
     * @param arrivals orders that were not understood
     * @param edits orders changed after booking
     * @param refunds money paid back
     * @param missing documents that are gone
     * @param found anything else the proof found wrong
     * @param connections accounting programs that turn us away, and shops that cannot be read
     */
    public record Count(
            long held, long arrivals, long edits, long refunds, long missing, long found, long connections) {

        public long all() {
            return held + arrivals + edits + refunds + missing + found + connections;
        }
    }

    public Count of(CompanyId company) {
        return new Count(
                totals.tally(company).held(),
                arrivals.countOpen(company),
                edits.countOpen(company),
                refunds.countOpen(company),
                totals.pile(company, Standing.GONE).documents(),
                findings.total(company, FOUND).n(),
                totals.troubles(company).size() + silent(company));
    }

    private long silent(CompanyId company) {
        return shops.all(company).stream()
                .flatMap(shop -> feeds.health(company, shop.id()).stream())
                .filter(health -> health.problem() != null)
                .count();
    }
}
