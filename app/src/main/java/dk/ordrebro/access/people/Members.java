package dk.ordrebro.access.people;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The people of a company, as its owners see and change them. There is always an owner. */
@NamedInterface("people")
public interface Members {

    /** Oldest first, at most 500. */
    List<Member> of(CompanyId company);

    Optional<Member> find(CompanyId company, UserId user);

    Answer changeRole(CompanyId company, UserId user, Role role, String who);

    /** Takes a person out of the company: their next click already finds the door closed. The person stays in their other companies. */
    Answer remove(CompanyId company, UserId user, String who);

    /** What came of it. */
    enum Answer {
        DONE,
        /** Somebody must be able to let others in. */
        LAST_OWNER,
        NO_MEMBER
    }
}
