package dk.ordrebro.access;

import java.time.Instant;

/**
 * A person who signs in. The password is not part of it.
 *
 * @param email as typed at sign-up; unique whatever its capitals
 */
public record User(UserId id, String email, String name, Instant createdAt) {}
