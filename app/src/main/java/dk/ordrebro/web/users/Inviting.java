package dk.ordrebro.web.users;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.joining.InvitationId;
import dk.ordrebro.access.joining.Invitations;
import dk.ordrebro.access.joining.Invitations.Issued;
import dk.ordrebro.mail.Mails;
import dk.ordrebro.web.door.Letters;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An invitation and its letter, both or neither. */
@Component
class Inviting {

    private final Invitations invitations;
    private final Mails mails;
    private final Letters letters;

    Inviting(Invitations invitations, Mails mails, Letters letters) {
        this.invitations = invitations;
        this.mails = mails;
        this.letters = letters;
    }

    /**
     * An invitation on its way.
     *
     * @param link to hand over where no letter goes out
     */
    record Invited(String email, boolean mailed, String link) {}

    @Transactional
    public Invited invite(SignedIn me, String email, Role role) {
        return send(me.company(), invitations.invite(me.company(), email, role, me.who()));
    }

    @Transactional
    public Optional<Invited> renew(SignedIn me, InvitationId id) {
        return invitations.renew(me.company(), id, me.who()).map(issued -> send(me.company(), issued));
    }

    private Invited send(CompanyId company, Issued issued) {
        boolean mailed = mails.put(company, letters.invitation(issued.invitation(), issued.key()));
        return new Invited(issued.invitation().email(), mailed, letters.invitationLink(issued.key()));
    }
}
