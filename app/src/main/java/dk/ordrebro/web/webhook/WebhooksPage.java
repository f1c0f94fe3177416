package dk.ordrebro.web.webhook;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.web.Said;
import dk.ordrebro.webhook.Endpoints;
import dk.ordrebro.webhook.Event;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses that are told, and adding one. */
@Controller
@RequestMapping("/settings/webhooks")
class WebhooksPage {

    private final Endpoints endpoints;
    private final OutsideAddresses outside;

    WebhooksPage(Endpoints endpoints, OutsideAddresses outside) {
        this.endpoints = endpoints;
        this.outside = outside;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        return list(me, "", EnumSet.of(Event.SETTLED, Event.CREDITED, Event.HELD), page);
    }

    private String list(SignedIn me, String url, Set<Event> chosen, Model page) {
        page.addAttribute("endpoints", endpoints.all(me.company()));
        page.addAttribute("most", Endpoints.MOST);
        page.addAttribute("choices", Event.choices());
        page.addAttribute("chosen", chosen);
        page.addAttribute("url", url);
        return "webhook/list";
    }

    /** Answers with the page itself, not by way of another: the secret is shown this once and kept nowhere on the way. */
    @PostMapping
    @MayChangeSettings
    String add(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<Event> event,
            Model page) {
        Set<Event> chosen = chosen(event);
        Optional<URI> accepted = outside.accept(url);
        Optional<Said> wrong = wrong(me, url, accepted, chosen);
        if (accepted.isEmpty() || wrong.isPresent()) {
            wrong.ifPresent(said -> page.addAttribute("problem", said));
            return list(me, url, chosen, page);
        }
        Endpoints.Added added = endpoints.add(me.company(), accepted.get(), chosen);
        page.addAttribute("endpoint", added.endpoint());
        page.addAttribute("secret", added.secret().reveal());
        return "webhook/added";
    }

    private Optional<Said> wrong(SignedIn me, String url, Optional<URI> accepted, Set<Event> chosen) {
        if (accepted.isEmpty()) {
            return Optional.of(Said.of(false, "webhook.bad-url", url));
        }
        if (chosen.isEmpty()) {
            return Optional.of(Said.of(false, "webhook.no-event"));
        }
        return endpoints.all(me.company()).size() >= Endpoints.MOST
                ? Optional.of(Said.of(false, "webhook.too-many", Endpoints.MOST))
                : Optional.empty();
    }

    static Set<Event> chosen(List<Event> event) {
        Set<Event> chosen = EnumSet.noneOf(Event.class);
        chosen.addAll(event);
        chosen.remove(Event.PING);
        return chosen;
    }
}
