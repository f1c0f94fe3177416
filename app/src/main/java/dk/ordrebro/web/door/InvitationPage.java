package dk.ordrebro.web.door;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.factor.SecondFactor;
import dk.ordrebro.access.factor.SecondFactor.Verdict;
import dk.ordrebro.access.joining.Invitation;
import dk.ordrebro.access.joining.Invitations;
import dk.ordrebro.access.signin.Entrance;
import dk.ordrebro.access.signin.Profiles;
import dk.ordrebro.web.Said;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link of an invitation leads: a new person says who they are, a known one joins one more company. */
@Controller
@RequestMapping("/invitation")
class InvitationPage {

    private final Invitations invitations;
    private final Users users;
    private final Profiles profiles;
    private final SecondFactor secondFactor;
    private final Entrance entrance;

    InvitationPage(
            Invitations invitations, Users users, Profiles profiles, SecondFactor secondFactor, Entrance entrance) {
        this.invitations = invitations;
        this.users = users;
        this.profiles = profiles;
        this.secondFactor = secondFactor;
        this.entrance = entrance;
    }

    /**
     * What was typed.
     *
     * @param name of a new person; absent for a known one
     * @param password the chosen one of a new person, or that of a known one who is not signed in
     * @param code of a known one's second factor
     */
    record Typed(
            @Nullable String name,
            @Nullable String password,
            @Nullable String code) {

        static String text(@Nullable String text) {
            return text == null ? "" : text;
        }

        @Override
        public String toString() {
            return "Typed[" + name + "]";
        }
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Model page) {
        Optional<Invitation> invitation = invitations.of(key, request.getRemoteAddr());
        invitation.ifPresent(one -> describe(one, me, page));
        page.addAttribute("key", key);
        page.addAttribute("invitation", invitation.orElse(null));
        return "door/invitation";
    }

    private void describe(Invitation invitation, @Nullable SignedIn me, Model page) {
        Optional<User> known = users.find(invitation.email());
        page.addAttribute("known", known.isPresent());
        page.addAttribute("mine", known.isPresent() && is(me, known.get()));
        page.addAttribute(
                "codeToo", known.map(user -> secondFactor.isOn(user.id())).orElse(false));
    }

    private static boolean is(@Nullable SignedIn me, User user) {
        return me != null && user.id().equals(me.user());
    }

    @PostMapping
    String accept(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes next) {
        Optional<Invitation> invitation = invitations.of(key, request.getRemoteAddr());
        if (invitation.isEmpty()) {
            return show(me, key, request, page);
        }
        SignedIn member;
        try {
            member = let(invitation.get(), key, me, typed, request.getRemoteAddr());
        } catch (UserRefused refused) {
            page.addAttribute("problem", Said.of(false, "refused." + refused.reason()));
            page.addAttribute("typedName", Typed.text(typed.name()));
            return show(me, key, request, page);
        }
        entrance.letIn(request, response, member);
        Said.good(next, "invitation.welcome", member.companyName());
        // Straight to the company: one more redirect on the way would lose the welcome.
        return "redirect:" + member.address();
    }

    private SignedIn let(Invitation invitation, String key, @Nullable SignedIn me, Typed typed, String address) {
        Optional<User> known = users.find(invitation.email());
        if (known.isEmpty()) {
            return invitations.accept(key, Typed.text(typed.name()), Typed.text(typed.password()));
        }
        User user = known.get();
        if (!is(me, user)) {
            prove(user, typed, address);
        }
        return invitations.accept(key, user.id());
    }

    /** The link shows that the address is theirs; what they know and have shows that it is they who follow it. */
    private void prove(User user, Typed typed, String address) {
        if (!profiles.knowsPassword(user.id(), Typed.text(typed.password()), address)) {
            throw new UserRefused(UserRefused.Reason.PASSWORD_WRONG);
        }
        if (secondFactor.isOn(user.id())
                && secondFactor.check(user.id(), Typed.text(typed.code()), address) != Verdict.GOOD) {
            throw new UserRefused(UserRefused.Reason.CODE_REFUSED);
        }
    }
}
