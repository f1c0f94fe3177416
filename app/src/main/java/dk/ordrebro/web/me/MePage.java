package dk.ordrebro.web.me;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.passkey.Passkeys;
import dk.ordrebro.access.signin.Profiles;
import dk.ordrebro.access.signin.Sessions;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Min profil: name, password, passkeys, second factor, and where one is signed in. */
@Controller
@RequestMapping("/me")
class MePage {

    private static final String HERE = "redirect:/me";

    private final Profiles profiles;
    private final Passkeys passkeys;
    private final SecondFactor secondFactor;
    private final Sessions sessions;

    MePage(Profiles profiles, Passkeys passkeys, SecondFactor secondFactor, Sessions sessions) {
        this.profiles = profiles;
        this.passkeys = passkeys;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn me, HttpSession session, Model page) {
        UserId user = user(me);
        page.addAttribute("user", orElse404(profiles.find(user)));
        page.addAttribute("passkeys", passkeys.of(user));
        page.addAttribute("secondFactor", secondFactor.isOn(user));
        page.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(user));
        page.addAttribute(
                "sessions",
                sessions.of(user, session.getId()).stream().map(Place::of).toList());
        return "me/me";
    }

    /**
     * A session as it is listed.
     *
     * @param device empty where the browser is not recognised
     */
    record Place(Sessions.SignedInSession session, String device) {

        static Place of(Sessions.SignedInSession session) {
            return new Place(session, Device.of(session.device()));
        }
    }

    private static UserId user(SignedIn me) {
        return Objects.requireNonNull(me.user());
    }

    @PostMapping("/name")
    String rename(@AuthenticationPrincipal SignedIn me, @RequestParam String name, RedirectAttributes next) {
        try {
            profiles.rename(user(me), name);
            Said.good(next, "settings.saved");
        } catch (UserRefused refused) {
            Said.bad(next, "me.name-missing");
        }
        return HERE;
    }

    @PostMapping("/password")
    String changePassword(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            if (!profiles.knowsPassword(user(me), old, request.getRemoteAddr())) {
                throw new UserRefused(UserRefused.Reason.PASSWORD_WRONG);
            }
            profiles.changePassword(user(me), password);
        } catch (UserRefused refused) {
            Said.bad(next, "refused." + refused.reason());
            return HERE;
        }
        // Whoever knew the old password may be signed in with it.
        sessions.endOthers(user(me), request.getSession().getId());
        Said.good(next, "me.password.changed");
        return HERE;
    }

    @PostMapping("/passkeys/{passkey}/name")
    String renamePasskey(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String passkey,
            @RequestParam String name,
            RedirectAttributes next) {
        mustBeMine(me, passkey);
        passkeys.rename(user(me), passkey, name);
        Said.good(next, "settings.saved");
        return HERE;
    }

    @PostMapping("/passkeys/{passkey}/remove")
    String removePasskey(@AuthenticationPrincipal SignedIn me, @PathVariable String passkey, RedirectAttributes next) {
        mustBeMine(me, passkey);
        passkeys.remove(user(me), passkey);
        Said.good(next, "me.passkey.removed");
        return HERE;
    }

    private void mustBeMine(SignedIn me, String passkey) {
        orElse404(passkeys.of(user(me)).stream()
                .filter(one -> one.id().equals(passkey))
                .findFirst());
    }

    @PostMapping("/sessions/{session}/end")
    String endSession(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String session,
            HttpSession current,
            RedirectAttributes next) {
        orElse404(sessions.of(user(me), current.getId()).stream()
                .filter(one -> one.handle().equals(session))
                .findFirst());
        sessions.end(user(me), session);
        Said.good(next, "me.session.ended");
        return HERE;
    }

    @PostMapping("/sessions/end-others")
    String endOthers(@AuthenticationPrincipal SignedIn me, HttpSession current, RedirectAttributes next) {
        sessions.endOthers(user(me), current.getId());
        Said.good(next, "me.sessions.ended");
        return HERE;
    }
}
