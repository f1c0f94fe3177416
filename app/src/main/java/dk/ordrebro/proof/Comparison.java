package dk.ordrebro.proof;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.order.FulfillmentId;
import dk.ordrebro.order.Orders.HandledPart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * One comparison in three columns. Documents in the accounting program that carry no reference of our shops are other people's and not looked
 * at. A document missing in its days is read by its id before it is called missing, since somebody may have changed its date.
 */
final class Comparison {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final List<OrderIntegration> shops;
    private final AccountingSystem accounting;
    private final Map<FulfillmentId, Booking> booked = new HashMap<>();
    private final Map<String, Booking> byReference = new HashMap<>();
    private final Map<String, Invoice> found = new HashMap<>();
    private final Map<Key, Tally> tallies = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Compares for the shops bound to one accounting integration. */
    Comparison(List<OrderIntegration> shops, AccountingSystem accounting) {
        this.shops = shops;
        this.accounting = accounting;
    }

    private record Key(LocalDate day, OrderIntegrationId shop) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::day)
                    .thenComparing(key -> key.shop().value())
                    .compare(this, other);
        }
    }

    void booking(Booking booking) {
        booked.put(booking.fulfillment(), booking);
        byReference.put(booking.reference().value(), booking);
        Tally tally = tally(booking.day(), booking.shop());
        switch (booking.state()) {
            case SETTLED -> tally.settled++;
            case WAITING, SENDING, SUSPECT -> tally.waiting++;
            case HELD -> tally.held++;
            case SKIPPED, TAKEN_BACK -> tally.skipped++;
        }
    }

    /** Called for every fulfillment after all bookings. */
    void handled(HandledPart part) {
        if (shops.stream().noneMatch(shop -> shop.id().equals(part.shop()))) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(part.handledAt(), COPENHAGEN);
        Tally tally = tally(day, part.shop());
        tally.handled++;
        if (!booked.containsKey(part.fulfillment())) {
            tally.missing++;
            findings.add(new Finding(day, part.shop(), Finding.Kind.NOT_BOOKED, part.orderNumber(), List.of()));
        }
    }

    /** Called for every document after all bookings. */
    void invoice(Invoice invoice) {
        if (invoice.state() == Invoice.State.VOIDED) {
            return;
        }
        Booking booking = byReference.get(invoice.reference());
        if (booking == null) {
            ours(invoice).ifPresent(shop -> extra(invoice, shop));
            return;
        }
        Invoice first = found.putIfAbsent(invoice.reference(), invoice);
        Tally tally = tally(booking.day(), booking.shop());
        tally.invoices++;
        tally.invoiced = tally.invoiced.plus(signed(invoice));
        if (first != null) {
            tally.extra++;
            note(
                    booking,
                    Finding.Kind.INVOICE_TWICE,
                    first.id().value(),
                    invoice.id().value());
            return;
        }
        compareGross(booking, invoice, tally);
    }

    private void compareGross(Booking booking, Invoice invoice, Tally tally) {
        Money ours = booking.gross();
        if (booking.state() == BookingState.SETTLED
                && ours != null
                && !ours.equals(invoice.totals().gross())) {
            tally.difference = ours.isSameCurrency(invoice.totals().gross())
                    ? tally.difference.plus(ours.minus(invoice.totals().gross()).abs())
                    : tally.difference.plus(ours).plus(invoice.totals().gross());
            note(
                    booking,
                    Finding.Kind.GROSS_DIFFERS,
                    ours.toString(),
                    invoice.totals().gross().toString());
        }
    }

    private Optional<OrderIntegration> ours(Invoice invoice) {
        return shops.stream()
                .filter(shop -> invoice.reference().startsWith(shop.shopKey() + ":"))
                .findFirst();
    }

    private void extra(Invoice invoice, OrderIntegration shop) {
        Tally tally = tally(invoice.date(), shop.id());
        tally.extra++;
        tally.invoices++;
        tally.invoiced = tally.invoiced.plus(signed(invoice));
        findings.add(new Finding(
                invoice.date(),
                shop.id(),
                Finding.Kind.INVOICE_EXTRA,
                invoice.reference(),
                List.of(invoice.id().value())));
    }

    private static Money signed(Invoice invoice) {
        Money gross = invoice.totals().gross();
        return invoice.type() == DocumentType.CREDIT_NOTE ? gross.negated() : gross;
    }

    ProofReport report(LocalDate from, LocalDate through, Instant now) {
        booked.values().stream()
                .filter(booking -> booking.state() == BookingState.SETTLED)
                .filter(booking -> !found.containsKey(booking.reference().value()))
                .forEach(this::missing);
        List<ProofDay> days = tallies.entrySet().stream()
                .map(entry -> entry.getValue().day(entry.getKey()))
                .toList();
        return new ProofReport(from, through, days, findings, now);
    }

    private void missing(Booking booking) {
        Tally tally = tally(booking.day(), booking.shop());
        Lookup lookup = booking.invoice() == null ? new Lookup.Absent() : accounting.read(booking.invoice());
        if (lookup instanceof Lookup.Found(var invoice) && invoice.state() != Invoice.State.VOIDED) {
            tally.invoices++;
            tally.invoiced = tally.invoiced.plus(signed(invoice));
            note(
                    booking,
                    Finding.Kind.DATE_DIFFERS,
                    booking.day().toString(),
                    invoice.date().toString());
            compareGross(booking, invoice, tally);
        } else {
            tally.missing++;
            note(booking, Finding.Kind.INVOICE_MISSING);
        }
    }

    private void note(Booking booking, Finding.Kind kind, String... facts) {
        findings.add(new Finding(
                booking.day(), booking.shop(), kind, booking.reference().value(), List.of(facts)));
    }

    private Tally tally(LocalDate day, OrderIntegrationId shop) {
        return tallies.computeIfAbsent(new Key(day, shop), key -> new Tally());
    }

    /** Counts of one day and shop while they grow. */
    private static final class Tally {

        private int handled;
        private int settled;
        private int waiting;
        private int held;
        private int skipped;
        private int invoices;
        private int missing;
        private int extra;
        private Amounts invoiced = Amounts.NONE;
        private Amounts difference = Amounts.NONE;

        ProofDay day(Key key) {
            return new ProofDay(
                    key.day,
                    key.shop,
                    handled,
                    settled,
                    waiting,
                    held,
                    skipped,
                    invoices,
                    missing,
                    extra,
                    invoiced,
                    difference);
        }
    }
}
