package dk.ordrebro.web.me;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.joining.SignUps;
import dk.ordrebro.access.people.Founding;
import dk.ordrebro.access.signin.Entrance;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The companies a person works in: going from one to another, and making one more. */
@Controller
@RequestMapping("/companies")
class CompaniesPage {

    private final Memberships memberships;
    private final Founding founding;
    private final Entrance entrance;
    private final SignUps signUps;

    CompaniesPage(Memberships memberships, Founding founding, Entrance entrance, SignUps signUps) {
        this.memberships = memberships;
        this.founding = founding;
        this.entrance = entrance;
        this.signUps = signUps;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("companies", memberships.all(Objects.requireNonNull(me.user())));
        page.addAttribute("mayFound", mayFound(me));
        return "me/companies";
    }

    @PostMapping("/{company}/enter")
    String enter(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable CompanyId company,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        SignedIn there = orElse404(memberships.enter(Objects.requireNonNull(me.user()), company));
        entrance.seat(request, response, there);
        Said.good(next, "companies.entered", there.companyName());
        return "redirect:/";
    }

    @PostMapping
    String found(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!mayFound(me)) {
            throw new AccessDeniedException("Only an owner makes another company here");
        }
        try {
            entrance.seat(request, response, founding.found(name, me));
        } catch (UserRefused refused) {
            Said.bad(next, "companies.name-missing");
            return "redirect:/companies";
        }
        Said.good(next, "companies.founded", name.strip());
        return "redirect:/";
    }

    /** Where strangers may make a company, everybody may; elsewhere those who run one. */
    private boolean mayFound(SignedIn me) {
        return signUps.areOpen() || me.may(Permission.SETTINGS);
    }
}
