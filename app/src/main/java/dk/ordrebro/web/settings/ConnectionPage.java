package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.intake.Feeds;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.intake.Trial;
import dk.ordrebro.intake.http.ShopUnavailable;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.SealBroken;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab Forbindelse of an order integration: how the shop is reached, how that goes, and older orders. One form serves every platform. */
@Controller
@RequestMapping("/settings/shops/{id}/connection")
class ConnectionPage {

    private static final String BACK = "redirect:/settings/shops/{id}/connection";
    private static final int HELD_SHOWN = 20;

    private final OrderIntegrations shops;
    private final ShopConnections connections;
    private final OrderSources sources;
    private final OutsideAddresses outside;
    private final Feeds feeds;
    private final HeldArrivals held;
    private final InstantSource clock;

    ConnectionPage(
            OrderIntegrations shops,
            ShopConnections connections,
            OrderSources sources,
            OutsideAddresses outside,
            Feeds feeds,
            HeldArrivals held,
            InstantSource clock) {
        this.shops = shops;
        this.connections = connections;
        this.sources = sources;
        this.outside = outside;
        this.feeds = feeds;
        this.held = held;
        this.clock = clock;
    }

    /** A shop of a platform we fetch from. */
    private record Shop(OrderIntegration integration, OrderSource source) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        Shop shop = find(me.company(), id);
        Optional<ShopConnection> known = known(shop, page);
        return form(shop, ConnectionForm.of(shop.source().fields(), known.orElse(null)), page);
    }

    private Optional<ShopConnection> known(Shop shop, Model page) {
        try {
            return connections.find(
                    shop.integration().company(), shop.integration().id());
        } catch (SealBroken broken) {
            page.addAttribute("problem", Said.of(false, "connection.seal-broken"));
            return Optional.empty();
        }
    }

    private String form(Shop shop, ConnectionForm form, Model page) {
        OrderIntegration integration = shop.integration();
        page.addAttribute("shop", integration);
        page.addAttribute("form", form);
        page.addAttribute("today", LocalDate.ofInstant(clock.instant(), Show.COPENHAGEN));
        page.addAttribute("held", held.page(integration.company(), integration.id(), Optional.empty(), HELD_SHOWN));
        health(integration, page);
        return "settings/connection";
    }

    private void health(OrderIntegration shop, Model page) {
        page.addAttribute("shop", shop);
        page.addAttribute("health", feeds.health(shop.company(), shop.id()).orElse(null));
        page.addAttribute("door", feeds.door(shop.company(), shop.id()).orElse(null));
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/health")
    String health(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        health(find(me.company(), id).integration(), page);
        return "settings/connection-health :: health";
    }

    /** Tries first: what does not work is not kept. */
    @PostMapping
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam Map<String, String> typed,
            Model page,
            RedirectAttributes next) {
        Shop shop = find(me.company(), id);
        ConnectionForm form =
                ConnectionForm.typed(shop.source().fields(), known(shop, page).orElse(null), typed);
        Optional<Said> wrong = form.problem(outside);
        if (wrong.isPresent()) {
            page.addAttribute("problem", wrong.get());
            return form(shop, form, page);
        }
        return switch (trial(shop, form)) {
            case Trial.Refused refused -> {
                page.addAttribute("problem", said(refused));
                yield form(shop, form, page);
            }
            case Trial.Found found -> {
                connections.save(shop.integration(), form.settings(outside), form.newSecrets());
                feeds.connected(shop.integration());
                next.addFlashAttribute("said", warning(found).orElseGet(() -> Said.of(true, "connection.saved")));
                yield BACK;
            }
        };
    }

    private Trial trial(Shop shop, ConnectionForm form) {
        return tried(shop.source(), connections.draft(shop.integration(), form.settings(outside), form.newSecrets()));
    }

    /** A connection that works, with something its owner should know. */
    private static Optional<Said> warning(Trial.Found found) {
        return found.warnings().stream()
                .findFirst()
                .map(warning -> new Said(false, warning.textKey(), warning.facts()));
    }

    private static Trial tried(OrderSource source, ShopConnection connection) {
        try {
            return source.test(connection);
        } catch (ShopUnavailable e) {
            return Trial.Refused.of("connection.problem." + e.code(), e.detail());
        }
    }

    private static Said said(Trial.Refused refused) {
        return new Said(false, refused.textKey(), refused.facts());
    }

    /** Tries what is stored. */
    @PostMapping("/test")
    @MayChangeSettings
    String test(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, RedirectAttributes next) {
        Shop shop = find(me.company(), id);
        switch (tried(shop.source(), orElse404(connections.find(me.company(), id)))) {
            case Trial.Found found -> {
                next.addFlashAttribute(
                        "said", warning(found).orElseGet(() -> Said.of(true, "connection.works", found.shopName())));
                feeds.connected(shop.integration());
            }
            case Trial.Refused refused -> next.addFlashAttribute("said", said(refused));
        }
        return BACK;
    }

    @PostMapping("/history")
    @MayChangeSettings
    String importHistory(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "false") boolean bookToo,
            RedirectAttributes next) {
        Shop shop = find(me.company(), id);
        if (from == null || from.atStartOfDay(Show.COPENHAGEN).toInstant().isAfter(clock.instant())) {
            Said.bad(next, "connection.history.no-date");
            return BACK;
        }
        feeds.importHistory(
                me.company(),
                shop.integration().id(),
                from.atStartOfDay(Show.COPENHAGEN).toInstant(),
                bookToo);
        Said.good(next, "connection.history.started", from);
        return BACK;
    }

    private Shop find(CompanyId company, OrderIntegrationId id) {
        OrderIntegration shop = orElse404(shops.find(company, id));
        return new Shop(shop, orElse404(sources.of(shop.platform())));
    }
}
