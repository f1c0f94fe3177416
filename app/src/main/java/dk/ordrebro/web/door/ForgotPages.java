package dk.ordrebro.web.door;

import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.signin.Profiles;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password instead of a forgotten one. What it answers does not tell whether an address has a user. */
@Controller
@RequestMapping("/forgot")
class ForgotPages {

    private final Profiles profiles;
    private final Mails mails;
    private final Letters letters;

    ForgotPages(Profiles profiles, Mails mails, Letters letters) {
        this.profiles = profiles;
        this.mails = mails;
        this.letters = letters;
    }

    @GetMapping
    String ask(Model page) {
        page.addAttribute("mails", mails.areSetUp());
        return "door/forgot";
    }

    @PostMapping
    String send(@RequestParam(defaultValue = "") String email, HttpServletRequest request, RedirectAttributes next) {
        if (mails.areSetUp()) {
            profiles.forgot(email, request.getRemoteAddr())
                    .ifPresent(key -> mails.put(null, letters.newPassword(email.strip(), key)));
            Said.good(next, "forgot.sent");
        }
        return "redirect:/forgot";
    }

    @GetMapping("/new")
    String choose(@RequestParam(defaultValue = "") String key, Model page) {
        page.addAttribute("key", key);
        page.addAttribute("user", profiles.ofReset(key).orElse(null));
        return "door/forgot-new";
    }

    @PostMapping("/new")
    String replace(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String password,
            Model page,
            RedirectAttributes next) {
        try {
            profiles.reset(key, password);
        } catch (UserRefused refused) {
            page.addAttribute("problem", Said.of(false, "refused." + refused.reason()));
            return choose(key, page);
        }
        Said.good(next, "forgot.done");
        return "redirect:/signin";
    }
}
