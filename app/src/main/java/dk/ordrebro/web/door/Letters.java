package dk.ordrebro.web.door;

import dk.ordrebro.access.PublicAddress;
import dk.ordrebro.access.joining.Invitation;
import dk.ordrebro.mail.Mail;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import org.springframework.stereotype.Component;

/** The letters people get on their way in, in the language of the page they were asked for on. */
@Component
public final class Letters {

    private final Words words;
    private final Show show;
    private final PublicAddress address;

    Letters(Words words, Show show, PublicAddress address) {
        this.words = words;
        this.show = show;
        this.address = address;
    }

    public String invitationLink(String key) {
        return address.link("/invitation?key=" + key);
    }

    public Mail invitation(Invitation invitation, String key) {
        return letter(
                invitation.email(),
                "invitation",
                invitation.companyName(),
                invitation.invitedBy(),
                words.text("role." + invitation.role()),
                show.time(invitation.expiresAt()),
                invitationLink(key));
    }

    Mail newPassword(String email, String key) {
        return letter(email, "new-password", address.link("/forgot/new?key=" + key));
    }

    Mail signUp(String email, String company, String key) {
        return letter(email, "sign-up", company, address.link("/sign-up/confirm?key=" + key));
    }

    /** To an owner of an address that somebody signs up with a second time. */
    Mail alreadyHere(String email) {
        return letter(email, "already-here", address.link("/signin"), address.link("/forgot"));
    }

    private Mail letter(String to, String kind, Object... facts) {
        return new Mail(
                to, words.text("letter." + kind + ".subject", facts), words.text("letter." + kind + ".text", facts));
    }
}
