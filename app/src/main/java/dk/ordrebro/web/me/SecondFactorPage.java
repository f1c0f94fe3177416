package dk.ordrebro.web.me;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.signin.Profiles;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Switching the code after the password on and off. */
@Controller
@RequestMapping("/me/second-factor")
class SecondFactorPage {

    private final SecondFactor secondFactor;
    private final Profiles profiles;

    SecondFactorPage(SecondFactor secondFactor, Profiles profiles) {
        this.secondFactor = secondFactor;
        this.profiles = profiles;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, Model page) {
        UserId user = Objects.requireNonNull(me.user());
        boolean on = secondFactor.isOn(user);
        page.addAttribute("on", on);
        if (on) {
            page.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(user));
        } else {
            SecondFactor.Offer offer = secondFactor.offer(user);
            page.addAttribute("offer", offer);
            page.addAttribute("square", QrSquare.of(offer.uri()));
        }
        return "me/second-factor";
    }

    @PostMapping
    String switchOn(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Model page) {
        Optional<List<String>> codes =
                secondFactor.confirm(Objects.requireNonNull(me.user()), code, request.getRemoteAddr());
        if (codes.isEmpty()) {
            page.addAttribute("problem", Said.of(false, "door.code.wrong"));
            return show(me, page);
        }
        return showCodes(codes.get(), page);
    }

    /** The only time they are seen: so not by way of another page. */
    private static String showCodes(List<String> codes, Model page) {
        page.addAttribute("codes", codes);
        return "me/recovery-codes";
    }

    @PostMapping("/codes")
    String renewCodes(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next) {
        UserId user = Objects.requireNonNull(me.user());
        if (!isProven(user, password, request, next) || !secondFactor.isOn(user)) {
            return "redirect:/me/second-factor";
        }
        return showCodes(secondFactor.renewRecoveryCodes(user), page);
    }

    @PostMapping("/off")
    String switchOff(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            RedirectAttributes next) {
        UserId user = Objects.requireNonNull(me.user());
        if (!isProven(user, password, request, next)) {
            return "redirect:/me/second-factor";
        }
        secondFactor.switchOff(user);
        Said.good(next, "factor.off");
        return "redirect:/me";
    }

    /** Whoever finds an open browser must not weaken the door. */
    private boolean isProven(UserId user, String password, HttpServletRequest request, RedirectAttributes next) {
        try {
            if (profiles.knowsPassword(user, password, request.getRemoteAddr())) {
                return true;
            }
            Said.bad(next, "refused." + Reason.PASSWORD_WRONG);
        } catch (UserRefused refused) {
            Said.bad(next, "refused." + refused.reason());
        }
        return false;
    }
}
