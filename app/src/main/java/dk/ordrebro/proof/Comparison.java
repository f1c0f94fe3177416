package dk.ordrebro.proof;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
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
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of bookings and documents. Documents in the accounting program that carry neither a reference nor an order number of ours
 * are other people's and not looked at. A document missing in its days is read by its id before it is called missing, since somebody may
 * have changed its date.
 */
final class Comparison {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final List<OrderIntegration> shops;
    private final AccountingSystem accounting;
    private final Map<FulfillmentId, Booking> booked = new HashMap<>();
    private final Map<String, Booking> byReference = new HashMap<>();
    private final Map<String, Booking> byOrderNumber = new HashMap<>();
    private final Map<String, List<Invoice>> found = new HashMap<>();
    private final Map<Key, Tally> tallies = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Compares for the shops bound to one accounting integration. */
    Comparison(List<OrderIntegration> shops, AccountingSystem accounting) {
        this.shops = shops;
        this.accounting = accounting;
    }

    /** A day of a shop. */
    record Key(LocalDate day, OrderIntegrationId shop) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::day)
                    .thenComparing(key -> key.shop().value())
                    .compare(this, other);
        }
    }

    /** What came of it. */
    record Result(LocalDate from, LocalDate through, Map<Key, LedgerDay> days, List<Finding> findings) {}

    void booking(Booking booking) {
        booked.put(booking.fulfillment(), booking);
        byReference.put(booking.reference().value(), booking);
        Tally tally = tally(booking.day(), booking.shop());
        if (booking.state() == BookingState.SETTLED) {
            tally.settled++;
            tally.expected = tally.expected.plus(expected(booking));
        }
        if (booking.type() == DocumentType.INVOICE && !booking.orderNumber().isBlank()) {
            byOrderNumber.merge(number(booking.orderNumber()), booking, Comparison::theOneWithADocument);
        }
    }

    private static Booking theOneWithADocument(Booking one, Booking other) {
        return one.state() == BookingState.SETTLED ? one : other;
    }

    private static String number(String told) {
        return told.startsWith("#") ? told.substring(1).strip() : told.strip();
    }

    /** Called for every fulfillment after all bookings. */
    void handled(HandledPart part) {
        if (shops.stream().noneMatch(shop -> shop.id().equals(part.shop()))) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(part.handledAt(), COPENHAGEN);
        Tally tally = tally(day, part.shop());
        if (!booked.containsKey(part.fulfillment())) {
            tally.missing++;
            findings.add(new Finding(
                    day,
                    part.shop(),
                    Finding.Kind.NOT_BOOKED,
                    part.orderNumber(),
                    null,
                    null,
                    part.orderNumber(),
                    "",
                    null,
                    List.of()));
        }
    }

    /** Called for every document after all bookings. */
    void invoice(Invoice invoice) {
        if (invoice.state() == Invoice.State.VOIDED) {
            return;
        }
        Booking booking = byReference.get(invoice.reference());
        if (booking != null) {
            found.computeIfAbsent(invoice.reference(), reference -> new ArrayList<>())
                    .add(invoice);
            return;
        }
        Optional<OrderIntegration> ours = ours(invoice);
        if (ours.isPresent()) {
            extra(
                    invoice,
                    ours.get().id(),
                    Finding.Kind.INVOICE_EXTRA,
                    null,
                    List.of(invoice.id().value()));
            return;
        }
        Booking same = byOrderNumber.get(number(invoice.orderNumber()));
        if (same != null && same.state() == BookingState.SETTLED && invoice.type() == DocumentType.INVOICE) {
            boolean isItself = invoice.id().equals(same.invoice());
            if (isItself) {
                found.computeIfAbsent(same.reference().value(), reference -> new ArrayList<>())
                        .add(invoice);
            } else {
                extra(
                        invoice,
                        same.shop(),
                        Finding.Kind.ORDER_TWICE,
                        same,
                        List.of(invoice.id().value(), same.reference().value()));
            }
        }
    }

    private Optional<OrderIntegration> ours(Invoice invoice) {
        return shops.stream()
                .filter(shop -> invoice.reference().startsWith(shop.shopKey() + ":"))
                .findFirst();
    }

    private void extra(
            Invoice invoice, OrderIntegrationId shop, Finding.Kind kind, @Nullable Booking about, List<String> facts) {
        Money amount = signed(invoice);
        Tally tally = tally(invoice.date(), shop);
        tally.extra++;
        tally.saw(invoice);
        tally.differs(amount);
        findings.add(new Finding(
                invoice.date(),
                shop,
                kind,
                invoice.reference(),
                about == null ? null : about.id(),
                about == null ? null : about.order(),
                invoice.orderNumber(),
                "",
                amount,
                facts));
    }

    private static Money signed(Invoice invoice) {
        Money gross = invoice.totals().gross();
        return invoice.type() == DocumentType.CREDIT_NOTE ? gross.negated() : gross;
    }

    private static Money expected(Booking booking) {
        Money gross = booking.gross();
        if (gross == null) {
            throw new IllegalStateException("Bug: settled booking " + booking.id() + " has no amount");
        }
        return booking.type() == DocumentType.CREDIT_NOTE ? gross.negated() : gross;
    }

    /**
     * Two living documents for the same pieces.
     *
     * @param later the one that came last; its day has the finding
     */
    void samePieces(Booking earlier, Booking later) {
        Money amount = expected(later);
        Tally tally = tally(later.day(), later.shop());
        tally.extra++;
        tally.differs(amount);
        findings.add(finding(
                later,
                Finding.Kind.SAME_PIECES_TWICE,
                amount,
                earlier.reference().value(),
                later.reference().value()));
    }

    /** Whether the document of a settled booking was seen; one dated outside the days that are compared is believed. */
    boolean lives(Booking booking, LocalDate from, LocalDate through) {
        boolean compared = !booking.day().isBefore(from) && !booking.day().isAfter(through);
        return !compared || found.containsKey(booking.reference().value());
    }

    Result result(LocalDate from, LocalDate through, Instant now) {
        booked.values().stream()
                .sorted(Comparator.comparing(Booking::id, Comparator.comparing(id -> id.value())))
                .forEach(this::compare);
        Map<Key, LedgerDay> days = new TreeMap<>();
        tallies.forEach((key, tally) -> days.put(key, tally.day(now)));
        return new Result(from, through, days, findings);
    }

    private void compare(Booking booking) {
        List<Invoice> there = found.getOrDefault(booking.reference().value(), List.of());
        Optional<Invoice> own = there.stream()
                .filter(invoice -> invoice.id().equals(booking.invoice()))
                .findFirst();
        Invoice document = own.orElse(there.isEmpty() ? null : there.getFirst());
        switch (booking.state()) {
            case SETTLED -> settled(booking, document);
            case HELD -> there.stream().limit(1).forEach(invoice -> held(booking, invoice));
            case SKIPPED, TAKEN_BACK ->
                there.stream().limit(1).forEach(invoice -> tooMuch(booking, invoice, Finding.Kind.SKIPPED_YET_THERE));
            case WAITING, SENDING, SUSPECT -> there.stream().limit(1).forEach(invoice -> held(booking, invoice));
        }
        Invoice first = document;
        if (first != null) {
            there.stream()
                    .filter(invoice -> !invoice.id().equals(first.id()))
                    .forEach(invoice -> tooMuch(booking, invoice, Finding.Kind.INVOICE_TWICE));
        }
    }

    private void tooMuch(Booking booking, Invoice invoice, Finding.Kind kind) {
        Tally tally = tally(booking.day(), booking.shop());
        tally.extra++;
        tally.saw(invoice);
        tally.differs(signed(invoice));
        InvoiceId ours = booking.invoice();
        findings.add(finding(
                booking,
                kind,
                signed(invoice),
                ours == null ? invoice.id().value() : ours.value(),
                invoice.id().value()));
    }

    /** It is there and not done: a draft that waits for a person, or one that came while we looked. */
    private void held(Booking booking, Invoice invoice) {
        Tally tally = tally(booking.day(), booking.shop());
        tally.saw(invoice);
        tally.held = tally.held.plus(signed(invoice));
    }

    private void settled(Booking booking, @Nullable Invoice seen) {
        if (seen != null) {
            compare(booking, seen);
            return;
        }
        Lookup lookup = booking.invoice() == null ? new Lookup.Absent() : accounting.read(booking.invoice());
        switch (lookup) {
            case Lookup.Found(var invoice)
            when invoice.state() != Invoice.State.VOIDED -> {
                findings.add(finding(
                        booking,
                        Finding.Kind.DATE_DIFFERS,
                        null,
                        booking.day().toString(),
                        invoice.date().toString()));
                compare(booking, invoice);
            }
            case Lookup.Failed(var problem) -> throw new dk.ordrebro.accounting.AccountingUnavailable(problem);
            case Lookup.Found found -> missing(booking);
            case Lookup.Absent absent -> missing(booking);
            case Lookup.Several several -> missing(booking);
        }
    }

    private void missing(Booking booking) {
        Tally tally = tally(booking.day(), booking.shop());
        tally.missing++;
        tally.differs(expected(booking).negated());
        findings.add(
                finding(booking, Finding.Kind.INVOICE_MISSING, expected(booking).negated()));
    }

    private void compare(Booking booking, Invoice invoice) {
        Tally tally = tally(booking.day(), booking.shop());
        tally.saw(invoice);
        Money ours = expected(booking);
        Money theirs = signed(invoice);
        if (!ours.isSameCurrency(theirs)) {
            tally.differs(ours.negated());
            tally.differs(theirs);
            findings.add(finding(booking, Finding.Kind.CURRENCY_DIFFERS, theirs, ours.toString(), theirs.toString()));
        } else if (!ours.isEqual(theirs)) {
            tally.differs(theirs.minus(ours));
            findings.add(finding(
                    booking, Finding.Kind.GROSS_DIFFERS, theirs.minus(ours), ours.toString(), theirs.toString()));
        } else {
            compareVat(booking, invoice, tally);
        }
    }

    private void compareVat(Booking booking, Invoice invoice, Tally tally) {
        Money ours = booking.vat();
        Money theirs = invoice.totals().vat();
        if (ours == null || ours.isEqual(theirs)) {
            return;
        }
        Money apart = theirs.minus(ours);
        if (apart.abs().getAmount().compareTo(java.math.BigDecimal.ONE) < 0) {
            tally.vatApart = tally.vatApart.plus(invoice.type() == DocumentType.CREDIT_NOTE ? apart.negated() : apart);
        } else {
            findings.add(finding(booking, Finding.Kind.VAT_DIFFERS, null, ours.toString(), theirs.toString()));
        }
    }

    private static Finding finding(Booking booking, Finding.Kind kind, @Nullable Money amount, String... facts) {
        return new Finding(
                booking.day(),
                booking.shop(),
                kind,
                booking.reference().value(),
                booking.id(),
                booking.order(),
                booking.orderNumber(),
                "",
                amount,
                Stream.of(facts).toList());
    }

    private Tally tally(LocalDate day, OrderIntegrationId shop) {
        return tallies.computeIfAbsent(new Key(day, shop), key -> new Tally());
    }

    /** Counts of one day and shop while they grow. */
    private static final class Tally {

        private long settled;
        private Amounts expected = Amounts.NONE;
        private long documents;
        private long drafts;
        private Amounts invoiced = Amounts.NONE;
        private Amounts held = Amounts.NONE;
        private long missing;
        private long extra;
        private Amounts difference = Amounts.NONE;
        private Amounts apart = Amounts.NONE;
        private Amounts vatApart = Amounts.NONE;

        void saw(Invoice invoice) {
            documents++;
            drafts += invoice.state() == Invoice.State.DRAFT ? 1 : 0;
            invoiced = invoiced.plus(signed(invoice));
        }

        void differs(Money by) {
            difference = difference.plus(by);
            apart = apart.plus(by.abs());
        }

        LedgerDay day(Instant now) {
            return new LedgerDay(
                    settled,
                    expected,
                    documents,
                    drafts,
                    invoiced,
                    held,
                    missing,
                    extra,
                    difference,
                    apart,
                    vatApart,
                    now);
        }
    }
}
