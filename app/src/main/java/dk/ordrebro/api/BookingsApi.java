package dk.ordrebro.api;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.api.Shown.BookingShown;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.BookingId;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Bookings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bookings: what became of each delivery. */
@RestController
@RequestMapping("/api/v1/bookings")
@Tag(name = "Bookings")
class BookingsApi {

    private final Bookings bookings;
    private final Sentences sentences;

    BookingsApi(Bookings bookings, Sentences sentences) {
        this.bookings = bookings;
        this.sentences = sentences;
    }

    @GetMapping
    @Operation(operationId = "listBookings", summary = "List bookings, newest first")
    BookingPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn me,
            @RequestParam @Nullable BookingState state,
            @Parameter(
                            description =
                                    "Where the document stands in the accounting program; with state SETTLED, DRAFT is what waits for approval")
                    @RequestParam
                    @Nullable
                    Standing standing,
            @Parameter(description = "Show what comes after this booking") @RequestParam @Nullable UUID before,
            @RequestParam(defaultValue = "50") int size) {
        int atMost = Pages.size(size);
        List<Booking> page = bookings.page(
                me.company(),
                new BookingFilter(state, null, null, null, "", standing),
                Optional.ofNullable(before).map(BookingId::new),
                atMost);
        return new BookingPage(
                page.stream()
                        .map(booking -> BookingShown.of(booking, sentences))
                        .toList(),
                page.size() < atMost ? null : page.getLast().id().toString());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "showBooking", summary = "One booking")
    BookingShown show(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return bookings.find(me.company(), new BookingId(id))
                .map(booking -> BookingShown.of(booking, sentences))
                .orElseThrow(() -> ApiProblem.notFound("booking"));
    }

    /** A page of the list. */
    @Schema(name = "BookingPage")
    record BookingPage(
            List<BookingShown> bookings,

            @Schema(description = "Ask for the next page with ?before= this; absent on the last") @Nullable
            String next) {}
}
