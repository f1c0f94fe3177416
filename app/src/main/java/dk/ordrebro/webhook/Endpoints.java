package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The addresses of all companies that are told, for the pages. */
public interface Endpoints {

    /** How many a company may have. */
    int MOST = 10;

    /**
     * Adds one, switched on.
     *
     * @param url that {@link dk.ordrebro.integration.OutsideAddresses} accepts
     * @throws IllegalStateException when there are {@link #MOST} already
     */
    Added add(CompanyId company, URI url, Set<Event> events);

    /** Oldest first. */
    List<Endpoint> all(CompanyId company);

    Optional<Endpoint> find(CompanyId company, EndpointId id);

    /** Changes what it is told of. */
    void choose(CompanyId company, EndpointId id, Set<Event> events);

    /** Switches it on, also after we switched it off: what waited is sent. */
    void switchOn(CompanyId company, EndpointId id);

    void switchOff(CompanyId company, EndpointId id);

    /** With all that was and was to be sent to it. */
    void remove(CompanyId company, EndpointId id);

    /**
     * Newest first.
     *
     * @param before show what comes after this one in the list; empty for the first page
     */
    List<Delivery> deliveries(CompanyId company, EndpointId id, Optional<UUID> before, int size);

    /** The message as it is sent. */
    Optional<String> body(CompanyId company, EndpointId id, UUID delivery);

    /** Sends the very same message again, whatever came of it before. */
    void resend(CompanyId company, EndpointId id, UUID delivery);

    /** Sends a message that is about nothing. */
    void ping(CompanyId company, EndpointId id);

    /**
     * An address just added.
     *
     * @param secret what messages are signed with: shown once
     */
    record Added(Endpoint endpoint, Secret secret) {}
}
