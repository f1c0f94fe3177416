package dk.ordrebro.web.users;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.joining.InvitationId;
import dk.ordrebro.access.joining.Invitations;
import dk.ordrebro.access.people.Member;
import dk.ordrebro.access.people.Members;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.users.Inviting.Invited;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indstillinger → Brugere: who is in, as what, and who is invited. */
@Controller
@RequestMapping("/settings/users")
class UsersPage {

    private static final String HERE = "redirect:/settings/users";

    private final Members members;
    private final Invitations invitations;
    private final Inviting inviting;
    private final Mails mails;
    private final Clock clock;

    UsersPage(Members members, Invitations invitations, Inviting inviting, Mails mails, Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.inviting = inviting;
        this.mails = mails;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("members", members.of(me.company()));
        page.addAttribute("invitations", invitations.open(me.company()));
        page.addAttribute("roles", Role.values());
        page.addAttribute("mails", mails.areSetUp());
        page.addAttribute("now", clock.instant());
        return "users/users";
    }

    @PostMapping("/invite")
    @MayChangeSettings
    String invite(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String email,
            @RequestParam Role role,
            Model page,
            RedirectAttributes next) {
        try {
            return answer(me, inviting.invite(me, email, role), page, next);
        } catch (UserRefused refused) {
            page.addAttribute("problem", Said.of(false, "refused." + refused.reason()));
            page.addAttribute("email", email);
            page.addAttribute("role", role);
            return list(me, page);
        }
    }

    @PostMapping("/invitations/{invitation}/renew")
    @MayChangeSettings
    String renew(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable InvitationId invitation,
            Model page,
            RedirectAttributes next) {
        return answer(me, orElse404(inviting.renew(me, invitation)), page, next);
    }

    /** A link that no letter carries is shown here and nowhere else, so it is not kept for a next page. */
    private String answer(SignedIn me, Invited invited, Model page, RedirectAttributes next) {
        if (invited.mailed()) {
            Said.good(next, "users.invited", invited.email());
            return HERE;
        }
        page.addAttribute("invited", invited);
        return list(me, page);
    }

    @PostMapping("/invitations/{invitation}/revoke")
    @MayChangeSettings
    String revoke(
            @AuthenticationPrincipal SignedIn me, @PathVariable InvitationId invitation, RedirectAttributes next) {
        String email = orElse404(invitations.find(me.company(), invitation)).email();
        invitations.revoke(me.company(), invitation, me.who());
        Said.good(next, "users.revoked", email);
        return HERE;
    }

    @PostMapping("/{user}/role")
    @MayChangeSettings
    String changeRole(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UserId user,
            @RequestParam Role role,
            RedirectAttributes next) {
        Member member = orElse404(members.find(me.company(), user));
        say(next, members.changeRole(me.company(), user, role, me.who()), "users.role-changed", member);
        return HERE;
    }

    @PostMapping("/{user}/remove")
    @MayChangeSettings
    String remove(@AuthenticationPrincipal SignedIn me, @PathVariable UserId user, RedirectAttributes next) {
        Member member = orElse404(members.find(me.company(), user));
        say(next, members.remove(me.company(), user, me.who()), "users.removed", member);
        return HERE;
    }

    private static void say(RedirectAttributes next, Members.Answer answer, String done, Member member) {
        switch (answer) {
            case DONE -> Said.good(next, done, member.user().name());
            case LAST_OWNER -> Said.bad(next, "users.last-owner", member.user().name());
            case NO_MEMBER -> throw new NotHere();
        }
    }
}
