package dk.ordrebro.access;

import java.time.Instant;

/** A company (virksomhed): the tenant that owns shops, integrations, orders and books. */
public record Company(CompanyId id, String name, Instant createdAt) {}
