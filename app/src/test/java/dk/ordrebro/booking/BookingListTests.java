package dk.ordrebro.booking;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.Standing;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.list.AccountSum;
import dk.ordrebro.booking.list.BookingList;
import dk.ordrebro.booking.list.BookingListFilter;
import dk.ordrebro.booking.list.BookingListFilter.Books;
import dk.ordrebro.booking.list.BookingListFilter.Sale;
import dk.ordrebro.booking.list.BookingPlace;
import dk.ordrebro.booking.list.BookingSort;
import dk.ordrebro.booking.list.ListedBooking;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.order.Customer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The list of bookings, compared with the same done in memory and with the bookings themselves. */
@SpringBootTest(properties = "ordrebro.drains=off")
@OwnDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingListTests {

    private static final int ORDERS = 23;
    private static final int PAGE = 4;
    private static final List<String> NAMES = List.of("Ida Holm", "Åse Bang", "Anne Munk", "Zelda Ravn");

    private final BillySimulator billy = BillySimulator.start(SimulatorOptions.ephemeral());

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BookingList list;

    @Autowired
    private Bookings bookings;

    private Setup setup;
    private List<ListedBooking> all;

    @BeforeAll
    void book() {
        setup = Setup.of(context, billy, true);
        for (int i = 0; i < ORDERS; i++) {
            String name = NAMES.get(i % NAMES.size());
            // every fifth goes where nobody knows the country, and is held
            String country = i % 5 == 4 ? "" : i % 3 == 0 ? "NO" : "DK";
            var told = order().id(Integer.toString(990 + i))
                    .customer(new Customer("c" + i, null, name, i + "@munk.example", null, null, false, null))
                    .to(country, "2100")
                    .rate(country.equals("NO") ? "0" : "25")
                    .item("1", Integer.toString(100 + 10 * (i % 4)))
                    .freight("39");
            setup.handle(i % 2 == 0 ? told.paid("1") : told.paidByGiftCard("1"));
        }
        setup.drain();
        all = list.page(setup.company, BookingListFilter.ALL, BookingSort.LATEST, null, 1000)
                .bookings();
    }

    @AfterAll
    void stop() {
        billy.close();
    }

    private static BigDecimal amount(ListedBooking one) {
        Money amount = one.booking().amount();
        return amount == null ? BigDecimal.ZERO : amount.getAmount();
    }

    private static Comparator<ListedBooking> comparator(BookingSort.Key key) {
        Comparator<ListedBooking> by = switch (key) {
            case MADE -> Comparator.comparing(one -> one.booking().id().toString());
            case DATE -> Comparator.comparing(one -> one.booking().day());
            case STATE -> Comparator.comparing(one -> one.booking().state().name());
            case NUMBER ->
                Comparator.comparingInt((ListedBooking one) ->
                                one.booking().orderNumber().length())
                        .thenComparing(one -> one.booking().orderNumber());
            case CUSTOMER ->
                Comparator.comparing(
                        one -> one.customer().toLowerCase(Locale.ROOT).replace('å', '}'));
            case AMOUNT -> Comparator.comparing(BookingListTests::amount);
        };
        return by.thenComparing(one -> one.booking().id().toString());
    }

    private List<BookingId> inMemory(BookingSort sort, Predicate<ListedBooking> fits) {
        Comparator<ListedBooking> by = comparator(sort.key());
        return all.stream()
                .filter(fits)
                .sorted(sort.descending() ? by.reversed() : by)
                .map(one -> one.booking().id())
                .toList();
    }

    private List<BookingId> through(BookingListFilter filter, BookingSort sort) {
        List<BookingId> seen = new ArrayList<>();
        BookingPlace from = null;
        do {
            BookingList.Page page = list.page(setup.company, filter, sort, from, PAGE);
            page.bookings().forEach(one -> seen.add(one.booking().id()));
            from = page.next();
        } while (from != null);
        return seen;
    }

    private static BookingListFilter filter(
            @Nullable BookingState state, @Nullable Standing standing, String search, Sale sale, Books books) {
        return new BookingListFilter(state, standing, null, null, null, search, sale, books);
    }

    @Test
    void hasSomethingOfEachKind() {
        assertThat(all).hasSize(ORDERS);
        assertThat(all).extracting(one -> one.booking().state()).contains(BookingState.SETTLED, BookingState.HELD);
        assertThat(all).allSatisfy(one -> assertThat(one.booking().amount()).isNotNull());
        assertThat(all)
                .extracting(ListedBooking::customer)
                .containsOnly("Ida Holm", "Åse Bang", "Anne Munk", "Zelda Ravn");
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryBookingOnceInEverySortAndDirection(BookingSort.Key key) {
        for (boolean descending : new boolean[] {true, false}) {
            BookingSort sort = new BookingSort(key, descending);

            assertThat(through(BookingListFilter.ALL, sort)).isEqualTo(inMemory(sort, one -> true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesBackTheWayItCame(BookingSort.Key key) {
        BookingSort sort = new BookingSort(key, false);
        BookingList.Page first = list.page(setup.company, BookingListFilter.ALL, sort, null, PAGE);
        BookingList.Page second =
                list.page(setup.company, BookingListFilter.ALL, sort, Objects.requireNonNull(first.next()), PAGE);
        BookingList.Page third =
                list.page(setup.company, BookingListFilter.ALL, sort, Objects.requireNonNull(second.next()), PAGE);

        assertThat(list.before(
                                setup.company,
                                BookingListFilter.ALL,
                                sort,
                                Objects.requireNonNull(third.previous()),
                                PAGE)
                        .bookings())
                .isEqualTo(second.bookings());
    }

    @ParameterizedTest
    @EnumSource
    void filtersAsMemoryDoes(BookingSort.Key key) {
        Map<BookingListFilter, Predicate<ListedBooking>> filters = Map.of(
                filter(BookingState.HELD, null, "", Sale.ANY, Books.ANY),
                        one -> one.booking().state() == BookingState.HELD,
                filter(null, Standing.APPROVED, "", Sale.ANY, Books.ANY),
                        one -> one.booking().approved(),
                filter(null, null, "", new Sale("NO", "", "", null, null), Books.ANY),
                        one -> one.country().equals("NO"),
                filter(
                                null,
                                null,
                                "",
                                new Sale("", "Kort", "DKK", new BigDecimal("140"), new BigDecimal("160")),
                                Books.ANY),
                        one -> one.payment().equals("Kort")
                                && amount(one).compareTo(new BigDecimal("140")) >= 0
                                && amount(one).compareTo(new BigDecimal("160")) <= 0,
                filter(null, null, "", Sale.ANY, new Books("1115", "", null, null, null)),
                        one -> one.postings().stream()
                                .anyMatch(where -> where.account().equals("1115")),
                filter(null, null, "", Sale.ANY, new Books("", "ITEM/OUTSIDE", Area.OUTSIDE, null, null)),
                        one -> one.postings().stream()
                                .anyMatch(where -> where.template().equals("ITEM/OUTSIDE")),
                filter(null, null, "nne mu", Sale.ANY, Books.ANY),
                        one -> one.customer().equals("Anne Munk"));

        filters.forEach((filter, fits) -> {
            BookingSort sort = new BookingSort(key, true);
            assertThat(through(filter, sort)).as("%s", filter).isEqualTo(inMemory(sort, fits));
        });
    }

    @Test
    void findsABookingByTheNumberOfItsInvoice() {
        Booking approved = all.stream()
                .map(ListedBooking::booking)
                .filter(one -> one.invoiceNumber() != null)
                .findFirst()
                .orElseThrow();

        assertThat(through(
                        filter(null, null, Objects.requireNonNull(approved.invoiceNumber()), Sale.ANY, Books.ANY),
                        BookingSort.LATEST))
                .contains(approved.id());
        assertThat(through(filter(null, null, approved.reference().value(), Sale.ANY, Books.ANY), BookingSort.LATEST))
                .containsExactly(approved.id());
    }

    /** The bookings' own drafts, line by line, are the other reading. */
    @Test
    void sumsWhatDocumentsPutOnEachAccount() {
        List<AccountSum> sums = list.sums(setup.company, BookingListFilter.ALL).sums();

        BigDecimal wanted = all.stream()
                .map(one -> bookings.find(setup.company, one.booking().id()))
                .flatMap(Optional::stream)
                .filter(one -> one.invoice() != null)
                .map(Booking::draft)
                .filter(Objects::nonNull)
                .flatMap(draft -> draft.lines().stream())
                .filter(line -> line.account().account().value() == 1115)
                .map(line -> line.expected().net().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sums.stream()
                        .filter(sum -> sum.account().equals("1115"))
                        .map(sum -> sum.net().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(wanted)
                .isPositive();
        assertThat(list.accounts(setup.company))
                .extracting(BookingList.Used::account)
                .containsExactly("1110", "1115");
        Set<String> templates = new HashSet<>();
        sums.forEach(sum -> templates.add(sum.template()));
        assertThat(list.templates(setup.company)).containsExactlyInAnyOrderElementsOf(templates);
    }

    @Test
    void showsAnotherCompanyNothing() {
        Setup stranger = Setup.of(context, billy, true);

        assertThat(list.page(stranger.company, BookingListFilter.ALL, BookingSort.LATEST, null, 10)
                        .bookings())
                .isEmpty();
        assertThat(list.page(
                                stranger.company,
                                filter(null, null, "munk", Sale.ANY, Books.ANY),
                                BookingSort.LATEST,
                                null,
                                10)
                        .bookings())
                .isEmpty();
        assertThat(list.sums(stranger.company, BookingListFilter.ALL).sums()).isEmpty();
    }
}
