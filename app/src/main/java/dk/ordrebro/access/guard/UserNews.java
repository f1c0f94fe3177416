package dk.ordrebro.access.guard;

import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells every company a person belongs to what happened to the way that person gets in. */
@Component
public class UserNews {

    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    public UserNews(Memberships memberships, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * Tells it.
     *
     * @param name what the sentence is about: the person's address, or the name of their passkey
     * @param verb password-changed, passkey-added, …
     */
    public void tell(UserId user, String name, String verb) {
        for (SignedIn member : memberships.all(user)) {
            events.publishEvent(new SettingsChanged(
                    member.company(), member.who(), "user", user.toString(), name, verb, java.util.List.of()));
        }
    }
}
