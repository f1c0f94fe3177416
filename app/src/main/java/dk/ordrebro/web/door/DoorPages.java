package dk.ordrebro.web.door;

import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.joining.SignUps;
import dk.ordrebro.access.people.FirstUser;
import dk.ordrebro.web.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in, and the first user of a fresh installation. */
@Controller
class DoorPages {

    private final FirstUser firstUser;
    private final SignUps signUps;

    DoorPages(FirstUser firstUser, SignUps signUps) {
        this.firstUser = firstUser;
        this.signUps = signUps;
    }

    /** What the first user typed. The password is not given back to the page. */
    record Newcomer(String code, String company, String name, String email, String password) {

        @Override
        public String toString() {
            return "Newcomer[" + email + "]";
        }
    }

    @GetMapping("/signin")
    String signIn(Model page) {
        page.addAttribute("signUp", signUps.areOpen());
        return firstUser.isMissing() ? "redirect:/first-user" : "door/signin";
    }

    @GetMapping("/first-user")
    String ask(Model page) {
        if (!firstUser.isMissing()) {
            return "redirect:/signin";
        }
        page.addAttribute("newcomer", new Newcomer("", "", "", "", ""));
        return "door/first-user";
    }

    @PostMapping("/first-user")
    String create(@ModelAttribute Newcomer newcomer, Model page, RedirectAttributes next) {
        try {
            firstUser.create(
                    newcomer.code(), newcomer.company(), newcomer.email(), newcomer.name(), newcomer.password());
        } catch (UserRefused refused) {
            page.addAttribute("newcomer", newcomer);
            page.addAttribute("refused", refused.reason().name());
            return "door/first-user";
        }
        Said.good(next, "door.first.done", newcomer.company());
        return "redirect:/signin";
    }
}
