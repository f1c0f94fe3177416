package dk.ordrebro.access.people;

import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * A person in a company.
 *
 * @param since when they joined
 * @param secondFactor whether their sign-in asks for a code after the password
 */
@NamedInterface("people")
public record Member(User user, Role role, Instant since, boolean secondFactor) {}
