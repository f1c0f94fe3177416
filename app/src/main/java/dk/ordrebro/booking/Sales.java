package dk.ordrebro.booking;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.booking.BookingUpdates.Frozen;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.money.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what bookings are about and what their drafts put where, for lists and sums, in the transactions that make and freeze them. */
public class Sales {

    private final JdbcTemplate jdbc;

    public Sales(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(BookingsMade made) {
        jdbc.batchUpdate(
                "insert into booking_sale (company_id, booking_id, order_number, customer, country, payment, currency, amount)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                made.made(),
                Math.max(1, made.made().size()),
                (statement, one) -> {
                    var order = one.handled().order();
                    statement.setObject(1, one.handled().fulfillment().company().value());
                    statement.setObject(2, one.id().value());
                    statement.setString(3, order.number());
                    statement.setString(4, order.buyer());
                    statement.setString(5, order.delivery().country());
                    statement.setString(6, order.paidWith());
                    statement.setString(7, order.currency().getCode());
                    statement.setBigDecimal(
                            8, one.delivered() == null ? null : one.delivered().getAmount());
                });
    }

    /** A draft says more exactly what a booking is worth, and where it goes. */
    void frozen(List<Frozen> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update booking_sale set currency = ?, amount = ?, area = ?, treatment = ?, country = ?, vat_number = ?"
                        + " where company_id = ? and booking_id = ?",
                drafts,
                drafts.size(),
                (statement, frozen) -> {
                    Trail trail = frozen.trail();
                    statement.setString(1, frozen.draft().currency().getCode());
                    statement.setBigDecimal(2, frozen.draft().expected().gross().getAmount());
                    statement.setString(3, trail == null ? "" : name(trail.area()));
                    statement.setString(4, trail == null ? "" : name(trail.treatment()));
                    statement.setString(5, frozen.draft().buyer().country());
                    statement.setString(6, frozen.draft().buyer().registrationNumber());
                    statement.setObject(7, frozen.booking().company().value());
                    statement.setObject(8, frozen.booking().id().value());
                });
        jdbc.batchUpdate(
                "delete from booking_posting where company_id = ? and booking_id = ?",
                drafts,
                drafts.size(),
                (statement, frozen) -> {
                    statement.setObject(1, frozen.booking().company().value());
                    statement.setObject(2, frozen.booking().id().value());
                });
        post(drafts.stream().flatMap(frozen -> postings(frozen).stream()).toList());
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    private record Where(String account, String template, String ruleset, String accountName, BigDecimal rate) {}

    private record Posting(Booking booking, Where where, Totals totals) {}

    private void post(List<Posting> postings) {
        jdbc.batchUpdate(
                "insert into booking_posting (company_id, booking_id, account, template, ruleset, account_name, rate, net, vat)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                postings,
                Math.max(1, postings.size()),
                (statement, posting) -> {
                    statement.setObject(1, posting.booking.company().value());
                    statement.setObject(2, posting.booking.id().value());
                    statement.setString(3, posting.where.account);
                    statement.setString(4, posting.where.template);
                    statement.setString(5, posting.where.ruleset);
                    statement.setString(6, posting.where.accountName);
                    statement.setBigDecimal(7, posting.where.rate);
                    statement.setBigDecimal(8, posting.totals.net().getAmount());
                    statement.setBigDecimal(9, posting.totals.vat().getAmount());
                });
    }

    private static List<Posting> postings(Frozen frozen) {
        boolean credit = frozen.draft().type() == DocumentType.CREDIT_NOTE;
        Map<Where, Totals> sums = new LinkedHashMap<>();
        for (DraftLine line : frozen.draft().lines()) {
            Totals worth = credit ? line.expected().negated() : line.expected();
            sums.merge(where(line, frozen.trail()), worth, Totals::plus);
        }
        List<Posting> postings = new ArrayList<>();
        sums.forEach((where, totals) -> postings.add(new Posting(frozen.booking(), where, totals)));
        return postings;
    }

    private static Where where(DraftLine line, @Nullable Trail trail) {
        Optional<TrailLine> why = trail == null
                ? Optional.empty()
                : trail.lines().stream()
                        .filter(one -> one.orderLine().equals(line.orderLine()))
                        .findFirst();
        BigDecimal rate = line.rate().percent();
        return why.map(one -> new Where(one.account(), one.template(), one.ruleset(), one.accountName(), rate))
                .orElseGet(() -> new Where(line.account().account().toString(), "", "", "", rate));
    }
}
