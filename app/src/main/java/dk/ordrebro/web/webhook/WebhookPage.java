package dk.ordrebro.web.webhook;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.web.Said;
import dk.ordrebro.webhook.Delivery;
import dk.ordrebro.webhook.Endpoint;
import dk.ordrebro.webhook.EndpointId;
import dk.ordrebro.webhook.Endpoints;
import dk.ordrebro.webhook.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One address: what it is told of, what was sent to it, and what can be done about it. */
@Controller
@RequestMapping("/settings/webhooks/{id}")
class WebhookPage {

    private static final String BACK = "redirect:/settings/webhooks/{id}";
    private static final int SIZE = 50;

    private final Endpoints endpoints;

    WebhookPage(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable EndpointId id,
            @RequestParam @Nullable UUID before,
            Model page) {
        Endpoint endpoint = find(me, id);
        List<Delivery> deliveries = endpoints.deliveries(me.company(), id, Optional.ofNullable(before), SIZE);
        page.addAttribute("endpoint", endpoint);
        page.addAttribute("choices", Event.choices());
        page.addAttribute("deliveries", deliveries);
        page.addAttribute(
                "more", deliveries.size() < SIZE ? null : deliveries.getLast().id());
        return "webhook/endpoint";
    }

    @GetMapping("/deliveries/{delivery}")
    String body(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable EndpointId id,
            @PathVariable UUID delivery,
            Model page) {
        page.addAttribute("endpoint", find(me, id));
        page.addAttribute("delivery", delivery);
        page.addAttribute("body", orElse404(endpoints.body(me.company(), id, delivery)));
        return "webhook/delivery";
    }

    @PostMapping
    @MayChangeSettings
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable EndpointId id,
            @RequestParam(defaultValue = "") List<Event> event,
            RedirectAttributes next) {
        find(me, id);
        Set<Event> chosen = WebhooksPage.chosen(event);
        if (chosen.isEmpty()) {
            Said.bad(next, "webhook.no-event");
        } else {
            endpoints.choose(me.company(), id, chosen);
            Said.good(next, "settings.saved");
        }
        return BACK;
    }

    @PostMapping("/on")
    @MayChangeSettings
    String switchOn(@AuthenticationPrincipal SignedIn me, @PathVariable EndpointId id, RedirectAttributes next) {
        endpoints.switchOn(me.company(), find(me, id).id());
        Said.good(next, "webhook.switched-on");
        return BACK;
    }

    @PostMapping("/off")
    @MayChangeSettings
    String switchOff(@AuthenticationPrincipal SignedIn me, @PathVariable EndpointId id, RedirectAttributes next) {
        endpoints.switchOff(me.company(), find(me, id).id());
        Said.good(next, "webhook.switched-off");
        return BACK;
    }

    @PostMapping("/ping")
    @MayChangeSettings
    String ping(@AuthenticationPrincipal SignedIn me, @PathVariable EndpointId id, RedirectAttributes next) {
        endpoints.ping(me.company(), find(me, id).id());
        Said.good(next, "webhook.pinged");
        return BACK;
    }

    @PostMapping("/remove")
    @MayChangeSettings
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable EndpointId id, RedirectAttributes next) {
        Endpoint gone = find(me, id);
        endpoints.remove(me.company(), id);
        Said.good(next, "webhook.removed", gone.url().getHost());
        return "redirect:/settings/webhooks";
    }

    @PostMapping("/deliveries/{delivery}/resend")
    @MayChangeSettings
    String resend(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable EndpointId id,
            @PathVariable UUID delivery,
            RedirectAttributes next) {
        find(me, id);
        orElse404(endpoints.body(me.company(), id, delivery));
        endpoints.resend(me.company(), id, delivery);
        Said.good(next, "webhook.resent");
        return BACK;
    }

    private Endpoint find(SignedIn me, EndpointId id) {
        return orElse404(endpoints.find(me.company(), id));
    }
}
