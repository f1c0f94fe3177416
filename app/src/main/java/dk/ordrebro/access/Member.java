package dk.ordrebro.access;

import java.time.Instant;

/**
 * A person in a company.
 *
 * @param since when they joined
 * @param secondFactor whether their sign-in asks for a code after the password
 */
public record Member(User user, Role role, Instant since, boolean secondFactor) {}
