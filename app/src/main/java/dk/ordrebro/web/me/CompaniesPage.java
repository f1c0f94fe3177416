package dk.ordrebro.web.me;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.joining.SignUps;
import dk.ordrebro.access.people.Founding;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The companies a person works in: going from one to another, and making one more. */
@Controller
@RequestMapping("/companies")
class CompaniesPage {

    /** More than these are searched in. */
    private static final int FEW = 5;

    private final Memberships memberships;
    private final Founding founding;
    private final SignUps signUps;
    private final Companies companies;
    private final CompaniesOverview overview;

    CompaniesPage(
            Memberships memberships,
            Founding founding,
            SignUps signUps,
            Companies companies,
            CompaniesOverview overview) {
        this.memberships = memberships;
        this.founding = founding;
        this.signUps = signUps;
        this.companies = companies;
        this.overview = overview;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q, Model page) {
        List<SignedIn> all = memberships.all(Objects.requireNonNull(me.user()));
        page.addAttribute("q", q);
        page.addAttribute("many", all.size() > FEW);
        page.addAttribute("companies", overview.of(all, q));
        page.addAttribute(
                "cvr",
                Objects.requireNonNullElse(
                        companies.numbers(List.of(me.company())).get(me.company()), ""));
        page.addAttribute("mayFound", mayFound(me));
        return "me/companies";
    }

    /** The number that tells the company from another of its name; empty takes it away. */
    @PostMapping("/cvr")
    @MayChangeSettings
    String number(@AuthenticationPrincipal SignedIn me, @RequestParam String cvr, RedirectAttributes next) {
        Optional<Cvr> number = Cvr.read(cvr);
        if (number.isEmpty() && !cvr.isBlank()) {
            Said.bad(next, "companies.cvr.wrong", cvr);
        } else {
            companies.number(me.company(), number);
            Said.good(next, "companies.cvr.saved");
        }
        return "redirect:/companies";
    }

    @PostMapping
    RedirectView found(@AuthenticationPrincipal SignedIn me, @RequestParam String name, RedirectAttributes next) {
        if (!mayFound(me)) {
            throw new AccessDeniedException("Only an owner makes another company here");
        }
        try {
            CompanyId founded = founding.found(name, me).company();
            Said.good(next, "companies.founded", name.strip());
            return new RedirectView(CompanyAddress.of(founded, "/"));
        } catch (UserRefused refused) {
            Said.bad(next, "companies.name-missing");
            return new RedirectView("/companies", true);
        }
    }

    /** Where strangers may make a company, everybody may; elsewhere those who run one. */
    private boolean mayFound(SignedIn me) {
        return signUps.areOpen() || me.may(Permission.SETTINGS);
    }
}
