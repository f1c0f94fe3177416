package dk.ordrebro.access.people;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.Users;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One more company for somebody who has one: an agency's next customer, a second shop. */
@NamedInterface("people")
@Component
public class Founding {

    private final Companies companies;
    private final Users users;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    Founding(Companies companies, Users users, Memberships memberships, ApplicationEventPublisher events) {
        this.companies = companies;
        this.users = users;
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * Makes a company and its founder the owner of it.
     *
     * @return the founder in the new company
     * @throws UserRefused when the name is empty
     */
    @Transactional
    public SignedIn found(String name, SignedIn founder) {
        if (name.isBlank()) {
            throw new UserRefused(Reason.NAME_MISSING);
        }
        UserId user = Objects.requireNonNull(founder.user(), "Only a person founds a company");
        Company company = companies.create(name);
        users.join(company.id(), user, Role.OWNER);
        events.publishEvent(new SettingsChanged(
                company.id(), founder.who(), "company", company.id().toString(), company.name(), "created", List.of()));
        return memberships.enter(user, company.id()).orElseThrow();
    }
}
