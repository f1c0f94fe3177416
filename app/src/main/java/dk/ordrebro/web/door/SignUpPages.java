package dk.ordrebro.web.door;

import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.joining.SignUps;
import dk.ordrebro.access.signin.Entrance;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Strangers who sign up by themselves, where the installation lets them. A letter proves the address before anything is made. */
@Controller
@RequestMapping("/sign-up")
class SignUpPages {

    private final SignUps signUps;
    private final Mails mails;
    private final Letters letters;
    private final Entrance entrance;

    SignUpPages(SignUps signUps, Mails mails, Letters letters, Entrance entrance) {
        this.signUps = signUps;
        this.mails = mails;
        this.letters = letters;
        this.entrance = entrance;
    }

    /** What was typed. The password is not given back to the page. */
    record Newcomer(String company, String name, String email, String password) {

        @Override
        public String toString() {
            return "Newcomer[" + email + "]";
        }
    }

    @GetMapping
    String ask(Model page) {
        return form(new Newcomer("", "", "", ""), page);
    }

    private String form(Newcomer newcomer, Model page) {
        if (!signUps.areOpen()) {
            throw new NotHere();
        }
        page.addAttribute("newcomer", newcomer);
        page.addAttribute("mails", mails.areSetUp());
        return "door/sign-up";
    }

    @PostMapping
    String send(@ModelAttribute Newcomer newcomer, HttpServletRequest request, Model page) {
        String form = form(newcomer, page);
        if (!mails.areSetUp()) {
            return form;
        }
        try {
            var key = signUps.ask(
                    newcomer.company(),
                    newcomer.email(),
                    newcomer.name(),
                    newcomer.password(),
                    request.getRemoteAddr());
            String email = newcomer.email().strip();
            mails.put(
                    null,
                    key.map(one -> letters.signUp(email, newcomer.company(), one))
                            .orElseGet(() -> letters.alreadyHere(email)));
        } catch (UserRefused refused) {
            page.addAttribute("problem", Said.of(false, "refused." + refused.reason()));
            return form;
        }
        page.addAttribute("sentTo", newcomer.email());
        return form;
    }

    /** Only a button: programs that look at links in letters must not use them up. */
    @GetMapping("/confirm")
    String confirm(@RequestParam(defaultValue = "") String key, Model page) {
        page.addAttribute("key", key);
        return "door/sign-up-confirm";
    }

    @PostMapping("/confirm")
    String letIn(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        try {
            entrance.letIn(request, response, signUps.confirm(key));
        } catch (UserRefused refused) {
            page.addAttribute("problem", Said.of(false, "refused." + refused.reason()));
            return confirm(key, page);
        }
        return "redirect:/";
    }
}
