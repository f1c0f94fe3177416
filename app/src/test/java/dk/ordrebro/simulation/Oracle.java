package dk.ordrebro.simulation;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.totals.DailyTotals;
import dk.ordrebro.booking.totals.Pile;
import dk.ordrebro.booking.totals.Tally;
import dk.ordrebro.order.FulfilledLine;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.MoneyBack;
import dk.ordrebro.order.OrderState;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.proof.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong. It reckons with whole øre and pieces of its own, and reads the simulated Billy's books by their own accessors; the only
 * things it takes from the product are what the pages claim: which deliveries there are, where bookings stand, sums, and the proof's verdict.
 */
final class Oracle {

    private final World world;

    Oracle(World world) {
        this.world = world;
    }

    private BooksRead books() {
        return BooksRead.of(world.billy, world.setup.keys.organizationId());
    }

    /** What holds at every moment, also in the worst storm. */
    void always() {
        BooksRead books = books();
        oneLivingDocumentForEachReference(books);
        noPieceTwice(books);
        nothingApprovedUnasked(books);
        List<Booking> bookings = world.bookings();
        Map<String, BooksRead.Document> byId = byId(books);
        for (Booking one : bookings) {
            if (!one.company().equals(world.company)) {
                throw new Violation("the list shows a booking of another company: "
                        + one.reference().value());
            }
            BooksRead.Document document = document(one, byId);
            if (one.state() == BookingState.TAKEN_BACK && document != null && document.lives()) {
                throw new Violation(one.reference().value() + " is said to be taken back, and its document lives");
            }
        }
    }

    private static void oneLivingDocumentForEachReference(BooksRead books) {
        Set<String> seen = new HashSet<>();
        for (BooksRead.Document one : books.documents()) {
            if (one.lives() && !one.reference().isEmpty() && !seen.add(one.reference())) {
                throw new Violation("two living documents carry " + one.reference());
            }
        }
    }

    private void noPieceTwice(BooksRead books) {
        for (Sale sale : world.sales) {
            // a credit note of a line whose price was cut tells the rest as one amount, and so not its pieces
            if (sale.tampered || !sale.paidBack.isEmpty()) {
                continue;
            }
            sale.most.forEach((key, most) -> {
                long milli = milliPieces(books, sale, key);
                if (milli > most * 1000L) {
                    throw new Violation("line " + key + " of " + sale.number() + " stands in the books with "
                            + milli / 1000.0 + " pieces, and the shop never sold more than " + most);
                }
            });
        }
    }

    /** Pieces of a line on living documents, those of credit notes taken off. */
    private static long milliPieces(BooksRead books, Sale sale, String key) {
        return books.ofOrder(sale.number()).stream()
                .mapToLong(document -> document.lines().stream()
                                .filter(line -> isOf(line, key))
                                .mapToLong(BooksRead.Line::milliPieces)
                                .sum()
                        * (document.creditNote() ? -1 : 1))
                .sum();
    }

    private static boolean isOf(BooksRead.Line line, String key) {
        return line.words().contains("item " + key) || line.words().contains("freight " + key);
    }

    private void nothingApprovedUnasked(BooksRead books) {
        for (BooksRead.Document one : books.documents()) {
            boolean byPerson = world.mayBeApproved.contains(one.id());
            if (!one.approved() || byPerson) {
                continue;
            }
            if (one.gross() != one.byLines()) {
                throw new Violation(one.reference() + " was approved with " + one.gross() + " øre, and its lines make "
                        + one.byLines() + ": " + one.lines());
            }
            if (!world.approvesItself && !world.mayBeApproved.contains(one.reference())) {
                throw new Violation(one.reference() + " was approved, and nobody asked for it");
            }
        }
    }

    private static Map<String, BooksRead.Document> byId(BooksRead books) {
        Map<String, BooksRead.Document> byId = new HashMap<>();
        books.documents().forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private static BooksRead.@Nullable Document document(Booking one, Map<String, BooksRead.Document> byId) {
        return one.invoice() == null ? null : byId.get(one.invoice().value());
    }

    /** What the pages claim, once Billy was asked how things stand. */
    void claims(@Nullable ProofReport report) {
        BooksRead books = books();
        Map<String, BooksRead.Document> byId = byId(books);
        List<Booking> bookings = world.bookings();
        standings(bookings, byId);
        DailyTotals totals = world.context.getBean(DailyTotals.class);
        pile(totals, Standing.DRAFT, bookings, byId);
        pile(totals, Standing.APPROVED, bookings, byId);
        Tally tally = totals.tally(world.company);
        equal("held bookings", count(bookings, BookingState.HELD), tally.held());
        equal("settled bookings", count(bookings, BookingState.SETTLED), tally.settled());
        equal("skipped bookings", count(bookings, BookingState.SKIPPED), tally.skipped());
        equal("bookings taken back", count(bookings, BookingState.TAKEN_BACK), tally.takenBack());
        equal("bookings", bookings.size(), tally.handled());
        if (report != null) {
            verdict(report, bookings);
        }
    }

    private static void equal(String what, long counted, long claimed) {
        if (counted != claimed) {
            throw new Violation("the pages say " + claimed + " " + what + ", there are " + counted);
        }
    }

    private static long count(List<Booking> bookings, BookingState state) {
        return bookings.stream().filter(one -> one.state() == state).count();
    }

    private static void standings(List<Booking> bookings, Map<String, BooksRead.Document> byId) {
        for (Booking one : bookings) {
            if (one.state() != BookingState.SETTLED) {
                continue;
            }
            BooksRead.Document document = document(one, byId);
            String there = document == null ? "gone" : document.state();
            String claimed = String.valueOf(one.standing()).toLowerCase(java.util.Locale.ROOT);
            if (!there.equals(claimed)) {
                throw new Violation(
                        one.reference().value() + " is said to be " + claimed + ", in Billy it is " + there);
            }
        }
    }

    private void pile(
            DailyTotals totals, Standing standing, List<Booking> bookings, Map<String, BooksRead.Document> byId) {
        long documents = 0;
        long sum = 0;
        for (Booking one : bookings) {
            BooksRead.Document document = document(one, byId);
            boolean there =
                    document != null && document.state().equals(standing.name().toLowerCase(java.util.Locale.ROOT));
            if (one.state() == BookingState.SETTLED && document != null && there) {
                documents++;
                sum += document.signed();
            }
        }
        Pile pile = totals.pile(world.company, standing);
        long claimed =
                pile.gross().stream().mapToLong(one -> one.getAmountMinorLong()).sum();
        equal(standing + " documents", documents, pile.documents());
        equal("øre in " + standing + " documents", sum, claimed);
    }

    private void verdict(ProofReport report, List<Booking> bookings) {
        long waits = bookings.stream().filter(Oracle::waits).count();
        boolean gone = bookings.stream().anyMatch(Oracle::isGone);
        boolean agrees = report.verdict() instanceof Verdict.Agrees;
        if (gone && report.agrees()) {
            throw new Violation("the proof says " + report.verdict() + ", and a document is gone");
        }
        if (agrees && (waits > 0 || report.arrivals() > 0)) {
            throw new Violation("the proof says that all agrees, and " + waits + " bookings wait");
        }
        long garbled = world.sales.stream().filter(sale -> sale.garbled).count();
        if (agrees && garbled > 0) {
            throw new Violation("the proof says that all agrees, and " + garbled + " orders were not understood");
        }
    }

    private static boolean waits(Booking one) {
        return switch (one.state()) {
            case WAITING, SENDING, SUSPECT, HELD -> true;
            case SETTLED, SKIPPED, TAKEN_BACK -> false;
        };
    }

    private static boolean isGone(Booking one) {
        return one.state() == BookingState.SETTLED
                && (one.standing() == Standing.GONE || one.standing() == Standing.VOIDED);
    }

    /** Once nothing is under way: each order is right in the books, or somebody is told. */
    void rightOrTold() {
        BooksRead books = books();
        for (Sale sale : world.sales) {
            if (sale.garbled && told(sale) == null) {
                throw new Violation(sale.number() + " was not understood, and nobody is told");
            }
            if (!sale.excused && !isRight(books, sale) && told(sale) == null) {
                throw new Violation(wrong(books, sale) + ", and nobody is told");
            }
        }
    }

    /** Once a person has cleared everything there was to clear. */
    void right() {
        BooksRead books = books();
        for (Sale sale : world.sales) {
            String told = told(sale);
            if (told != null) {
                throw new Violation(sale.number() + " cannot be cleared: " + told);
            }
            if (!sale.excused && !isRight(books, sale)) {
                throw new Violation(wrong(books, sale));
            }
            pieces(sale);
        }
    }

    private boolean isRight(BooksRead books, Sale sale) {
        return inBooks(books, sale) == expected(sale);
    }

    private String wrong(BooksRead books, Sale sale) {
        return sale.number() + " stands with " + inBooks(books, sale) + " øre in the books and should with "
                + expected(sale);
    }

    private static long inBooks(BooksRead books, Sale sale) {
        return books.ofOrder(sale.number()).stream()
                .mapToLong(BooksRead.Document::signed)
                .sum();
    }

    /** What is delivered and has not come back, at the shop's latest prices, less what was paid back of deliveries that still hold something. */
    private long expected(Sale sale) {
        List<Fulfillment> parts = world.parts(sale);
        long sum = 0;
        for (Fulfillment delivery : parts) {
            if (!delivery.isReturn()) {
                sum += expected(sale, delivery, parts);
            }
        }
        return sum;
    }

    private static long expected(Sale sale, Fulfillment delivery, List<Fulfillment> parts) {
        Map<String, Long> left = new HashMap<>();
        delivery.lines()
                .forEach(line -> left.merge(line.lineKey(), line.quantity().longValue(), Long::sum));
        long money = 0;
        for (Fulfillment back : parts) {
            if (!delivery.id().equals(back.returnOf())) {
                continue;
            }
            for (FulfilledLine line : back.lines()) {
                left.merge(line.lineKey(), -line.quantity().longValue(), Long::sum);
                MoneyBack paid = line.back();
                money += paid == null ? 0 : paid.gross().movePointRight(2).longValueExact();
            }
        }
        if (left.values().stream().allMatch(pieces -> pieces == 0)) {
            return 0;
        }
        long sum = 0;
        for (Map.Entry<String, Long> one : left.entrySet()) {
            Sale.Item item = sale.lines.get(one.getKey());
            sum += item == null ? 0 : one.getValue() * item.price();
        }
        return sum - money;
    }

    /** Where a person is told of an order; null where nowhere. */
    private @Nullable String told(Sale sale) {
        for (Booking one : world.bookings()) {
            boolean open = waits(one) || isGone(one);
            if (open && one.orderNumber().equals(sale.number())) {
                return one.reference().value() + " is " + one.stage() + " " + one.reasons();
            }
        }
        if (world.openEdits().stream().anyMatch(one -> one.orderNumber().equals(sale.number()))) {
            return "an edit is open";
        }
        if (world.openRefunds().stream().anyMatch(one -> one.orderNumber().equals(sale.number()))) {
            return "money paid back is asked about";
        }
        return world.openArrivals().stream()
                .filter(one -> one.shopOrderId().equals(sale.id))
                .map(one -> "its arrival is held: " + one.reasons())
                .findFirst()
                .orElse(null);
    }

    /** What the shop shipped is delivered here, what came back is taken back, and what is free can be handled again. */
    private void pieces(Sale sale) {
        List<Fulfillment> parts = world.parts(sale);
        boolean cancelled = sale.shipments.stream().anyMatch(Sale.Shipment::cancelled);
        boolean free = false;
        for (Map.Entry<String, Sale.Item> entry : sale.lines.entrySet()) {
            String key = entry.getKey();
            long delivered = pieces(parts, key, one -> !one.isReturn());
            long reopened = pieces(parts, key, one -> one.isReturn() && one.reopens());
            long back = pieces(parts, key, one -> one.isReturn() && !one.reopens());
            int ordered = entry.getValue().pieces();
            int shipped = sale.shipped(key);
            free |= ordered > delivered - reopened;
            if (!sale.changedHere && !sale.excused && delivered - reopened < Math.min(shipped, ordered)) {
                throw new Violation("line " + key + " of " + sale.number() + ": shipped " + shipped
                        + ", delivered here " + (delivered - reopened));
            }
            if (!sale.changedHere && !sale.excused && !cancelled && back != sale.cameBack(key)) {
                throw new Violation("line " + key + " of " + sale.number() + ": " + sale.cameBack(key)
                        + " came back, taken back here " + back);
            }
        }
        boolean openHere = free;
        world.kept(sale).ifPresent(order -> {
            boolean saysHandled = order.state() == OrderState.HANDLED;
            if (saysHandled == openHere) {
                throw new Violation(sale.number() + " is said to be " + order.state() + ", and "
                        + (openHere ? "pieces of it are free" : "nothing of it is free"));
            }
        });
    }

    private static long pieces(List<Fulfillment> parts, String key, java.util.function.Predicate<Fulfillment> which) {
        return parts.stream()
                .filter(which)
                .flatMap(one -> one.lines().stream())
                .filter(line -> line.lineKey().equals(key))
                .mapToLong(line -> line.quantity().longValue())
                .sum();
    }
}
