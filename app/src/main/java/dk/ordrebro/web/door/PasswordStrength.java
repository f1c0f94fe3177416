package dk.ordrebro.web.door;

import dk.ordrebro.access.guard.PasswordRules;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good a password is, while it is typed. What is saved is checked again by the same rules. */
@Controller
class PasswordStrength {

    @PostMapping("/password-strength")
    String measure(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String company,
            Model page) {
        PasswordRules.Strength strength = PasswordRules.strength(password, List.of(email, name, company));
        page.addAttribute("empty", password.isEmpty());
        page.addAttribute("score", strength.score());
        page.addAttribute("objection", strength.objection().map(Enum::name).orElse(null));
        return "door/password :: strength";
    }
}
