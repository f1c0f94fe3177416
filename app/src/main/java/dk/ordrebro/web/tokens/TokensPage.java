package dk.ordrebro.web.tokens;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.token.ApiToken;
import dk.ordrebro.access.token.ApiTokenId;
import dk.ordrebro.access.token.ApiTokens;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.ShownOnce;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indstillinger → API-nøgler. */
@Controller
@RequestMapping("/settings/tokens")
class TokensPage {

    private static final int LONGEST_NAME = 100;

    private static final String BEARER = "api-token";

    private final ApiTokens tokens;
    private final ShownOnce once;

    TokensPage(ApiTokens tokens, ShownOnce once) {
        this.tokens = tokens;
        this.once = once;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("tokens", tokens.all(me.company()));
        page.addAttribute("roles", Role.values());
        once.take(page, BEARER).ifPresent(bearer -> page.addAttribute("bearer", bearer));
        return "tokens/tokens";
    }

    /** The page that follows shows the key, the only time it is seen. */
    @PostMapping
    @MayChangeSettings
    String create(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            @RequestParam Role role,
            RedirectAttributes next) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            Said.bad(next, "tokens.name-missing");
        } else {
            once.put(
                    next,
                    BEARER,
                    tokens.create(me.company(), name, role, me.who()).bearer());
            Said.good(next, "tokens.issued", name.strip());
        }
        return "redirect:/settings/tokens";
    }

    @PostMapping("/{token}/revoke")
    @MayChangeSettings
    String revoke(@AuthenticationPrincipal SignedIn me, @PathVariable ApiTokenId token, RedirectAttributes next) {
        ApiToken gone = orElse404(tokens.find(me.company(), token));
        tokens.revoke(me.company(), token, me.who());
        Said.good(next, "tokens.revoked", gone.name());
        return "redirect:/settings/tokens";
    }
}
