package dk.ordrebro.booking.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.database.FreshDatabase;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the list read about as many rows as they show, whatever the filter and however many bookings there are. */
class PagesByIndexTests {

    @RegisterExtension
    static final FreshDatabase DATABASE = new FreshDatabase();

    private static final CompanyId COMPANY = new CompanyId(new UUID(7, 1));
    private static final OrderIntegrationId SHOP = new OrderIntegrationId(new UUID(7, 2));
    private static final OrderIntegrationId RARE_SHOP = new OrderIntegrationId(new UUID(7, 3));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int BOOKINGS = 60_000;
    private static final int PAGE = 50;
    /** Blocks of 8 kB: a page of rows and the way down some indexes, far from the table's thousands. */
    private static final int MOST_BLOCKS = 600;

    @BeforeAll
    static void fill() {
        DATABASE.jdbc()
                .sql("""
                        insert into booking (company_id, booking_id, order_integration_id, accounting_integration_id, order_id, order_revision,
                                             order_number, fulfillment_id, document_type, reference, state, day, created_at, changed_at, due_at,
                                             invoice_id, invoice_number, standing)
                        select :company, lpad(to_hex(i), 32, '0')::uuid, case when i % 2000 = 7 then :rare else :shop end, :shop,
                               gen_random_uuid(), 1, i::text, gen_random_uuid(), 'INVOICE', 'shop:' || i || ':1',
                               case when i % 1000 = 0 then 'HELD' when i % 1500 = 1 then 'WAITING' when i % 50 = 3 then 'SKIPPED' else 'SETTLED' end,
                               date '2026-01-01' + (i / 200)::int, now(), now(), now(), 'x' || i, i::text,
                               case when i % 700 = 5 then 'DRAFT' else 'APPROVED' end
                        from generate_series(1, :bookings) as i
                        """)
                .param("company", COMPANY.value())
                .param("shop", SHOP.value())
                .param("rare", RARE_SHOP.value())
                .param("bookings", BOOKINGS)
                .update();
        DATABASE.jdbc().sql("analyze booking").update();
    }

    static List<BookingFilter> filters() {
        return List.of(
                BookingFilter.ALL,
                BookingFilter.in(BookingState.HELD),
                BookingFilter.in(BookingState.SETTLED),
                filter(null, RARE_SHOP, false, ""),
                filter(BookingState.SETTLED, RARE_SHOP, false, ""),
                filter(BookingState.HELD, SHOP, false, ""),
                filter(null, null, true, ""),
                filter(BookingState.SETTLED, SHOP, true, ""),
                BookingFilter.DRAFTS,
                filter(null, null, false, "31415"),
                filter(null, null, false, "shop:31415:1"));
    }

    private static BookingFilter filter(
            @Nullable BookingState state, @Nullable OrderIntegrationId shop, boolean period, String number) {
        return new BookingFilter(state, shop, period ? DAY : null, period ? DAY.plusDays(30) : null, number, null);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void readsFewBlocksForAnyFilter(BookingFilter filter) {
        BookingPages pages = new BookingPages(DATABASE.jdbc());
        List<Booking> first = pages.page(COMPANY, filter, Optional.empty(), PAGE);
        assertThat(first).isNotEmpty();

        assertThat(blocks(filter, LastOf.of(first)))
                .as(BookingPages.sql(filter))
                .isLessThan(MOST_BLOCKS);
    }

    private record LastOf(BookingId id, LocalDate day) {

        static LastOf of(List<Booking> page) {
            return new LastOf(page.getLast().id(), page.getLast().day());
        }
    }

    /** Blocks read for the page after this one. */
    private static long blocks(BookingFilter filter, LastOf last) {
        var statement = DATABASE.jdbc()
                .sql("explain (analyze, buffers, format json) " + BookingPages.sql(filter))
                .param("company", COMPANY.value())
                .param("before", last.id.value())
                .param("size", PAGE);
        if (filter.state() != null) {
            statement = statement.param("state", filter.state().name());
        }
        if (filter.standing() != null) {
            statement = statement.param("standing", filter.standing().name());
        }
        if (filter.shop() != null) {
            statement = statement.param("shop", filter.shop().value());
        }
        if (!filter.number().isEmpty()) {
            statement = statement.param("number", filter.number());
        }
        if (filter.from() != null) {
            statement = statement
                    .param("from", filter.from())
                    .param("through", filter.through())
                    .param("day", last.day);
        }
        String plan = statement.query(String.class).single();
        var root = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(plan)
                .get(0)
                .get("Plan");
        return root.get("Shared Hit Blocks").asLong()
                + root.get("Shared Read Blocks").asLong();
    }

    @Test
    void goesThroughAPeriodWithoutLosingOrRepeatingARow() {
        BookingPages pages = new BookingPages(DATABASE.jdbc());
        BookingFilter day = new BookingFilter(null, null, DAY, DAY.plusDays(1), "", null);
        List<BookingId> seen = new java.util.ArrayList<>();
        Optional<BookingId> before = Optional.empty();
        List<Booking> page = pages.page(COMPANY, day, before, PAGE);
        while (!page.isEmpty()) {
            page.forEach(booking -> seen.add(booking.id()));
            before = Optional.of(page.getLast().id());
            page = pages.page(COMPANY, day, before, PAGE);
        }

        assertThat(seen).hasSize(400).doesNotHaveDuplicates();
    }
}
