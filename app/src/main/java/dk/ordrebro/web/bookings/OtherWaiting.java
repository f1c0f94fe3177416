package dk.ordrebro.web.bookings;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.intake.FeedHealth;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrival;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for a person without being a booking: shops that cannot be read, and orders that could not be understood. */
@Component
class OtherWaiting {

    private static final int SHOWN = 25;

    private final OrderIntegrations shops;
    private final Feeds feeds;
    private final HeldArrivals arrivals;

    OtherWaiting(OrderIntegrations shops, Feeds feeds, HeldArrivals arrivals) {
        this.shops = shops;
        this.feeds = feeds;
        this.arrivals = arrivals;
    }

    /** A shop we do not get into, or that does not answer. */
    record SilentShop(OrderIntegration shop, FeedHealth.Trouble trouble) {}

    /** The latest orders of a shop that we could not understand, some of them. */
    record NotUnderstood(OrderIntegration shop, List<HeldArrival> orders, boolean more) {}

    List<SilentShop> silentShops(CompanyId company) {
        return shops.all(company).stream()
                .flatMap(shop -> trouble(shop).map(trouble -> new SilentShop(shop, trouble)).stream())
                .toList();
    }

    private Optional<FeedHealth.Trouble> trouble(OrderIntegration shop) {
        return feeds.health(shop.company(), shop.id()).map(FeedHealth::problem).filter(Objects::nonNull);
    }

    List<NotUnderstood> notUnderstood(CompanyId company) {
        return shops.all(company).stream().flatMap(this::notUnderstood).toList();
    }

    private Stream<NotUnderstood> notUnderstood(OrderIntegration shop) {
        List<HeldArrival> some = arrivals.page(shop.company(), shop.id(), Optional.empty(), SHOWN + 1);
        return some.isEmpty()
                ? Stream.empty()
                : Stream.of(new NotUnderstood(shop, some.stream().limit(SHOWN).toList(), some.size() > SHOWN));
    }
}
