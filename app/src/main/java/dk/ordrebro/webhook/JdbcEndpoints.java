package dk.ordrebro.webhook;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.Who;
import dk.ordrebro.integration.Seal;
import dk.ordrebro.integration.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The addresses in PostgreSQL, their secrets sealed. */
class JdbcEndpoints implements Endpoints {

    private static final int SECRET_BYTES = 32;

    /** Lets secret scanners know one when they see it. */
    private static final String PREFIX = "whsec_";

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Post post;
    private final Seal seal;
    private final SecureRandom random;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    JdbcEndpoints(
            JdbcClient jdbc,
            Outbox outbox,
            Post post,
            Seal seal,
            SecureRandom random,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.post = post;
        this.seal = seal;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Added add(CompanyId company, URI url, Set<Event> chosen) {
        if (all(company).size() >= MOST) {
            throw new IllegalStateException("Company " + company + " has " + MOST + " webhooks already");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        Secret secret =
                new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        EndpointId id = new EndpointId(ids.next());
        jdbc.sql("""
                        insert into webhook_endpoint (company_id, endpoint_id, url, events, sealed, state, created_at, retry_at)
                        values (:company, :id, :url, :events, :sealed, 'ON', :now, :now)
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .param("url", url.toString())
                .param("events", words(chosen))
                .param("sealed", seal.close(secret, belongsTo(company, id)))
                .param("now", Times.sql(clock.instant()))
                .update();
        Endpoint added = find(company, id).orElseThrow();
        tell(added, Who.current(), "created");
        return new Added(added, secret);
    }

    private static String belongsTo(CompanyId company, EndpointId id) {
        return "webhook endpoint " + company + "/" + id;
    }

    private static String words(Set<Event> chosen) {
        return chosen.stream().sorted().map(Event::name).collect(Collectors.joining(","));
    }

    private void tell(Endpoint endpoint, String who, String verb) {
        events.publishEvent(new SettingsChanged(
                endpoint.company(),
                who,
                "webhook",
                endpoint.id().toString(),
                endpoint.url().getHost(),
                verb,
                List.of()));
    }

    @Override
    public List<Endpoint> all(CompanyId company) {
        return jdbc.sql("select * from webhook_endpoint where company_id = ? order by endpoint_id limit ?")
                .params(company.value(), MOST)
                .query(JdbcEndpoints::endpoint)
                .list();
    }

    @Override
    public Optional<Endpoint> find(CompanyId company, EndpointId id) {
        return jdbc.sql("select * from webhook_endpoint where company_id = ? and endpoint_id = ?")
                .params(company.value(), id.value())
                .query(JdbcEndpoints::endpoint)
                .optional();
    }

    private static Endpoint endpoint(ResultSet row, int index) throws SQLException {
        Set<Event> chosen = EnumSet.noneOf(Event.class);
        Arrays.stream(row.getString("events").split(","))
                .filter(word -> !word.isEmpty())
                .map(Event::valueOf)
                .forEach(chosen::add);
        return new Endpoint(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new EndpointId(row.getObject("endpoint_id", UUID.class)),
                URI.create(row.getString("url")),
                chosen,
                Endpoint.State.valueOf(row.getString("state")),
                Times.read(row, "created_at"),
                row.getInt("failures"),
                Times.read(row, "retry_at"));
    }

    /** What messages to it are signed with. */
    Secret secret(Endpoint endpoint) {
        byte[] sealed = jdbc.sql("select sealed from webhook_endpoint where company_id = ? and endpoint_id = ?")
                .params(endpoint.company().value(), endpoint.id().value())
                .query((row, index) -> row.getBytes("sealed"))
                .single();
        return seal.open(sealed, belongsTo(endpoint.company(), endpoint.id()));
    }

    @Override
    @Transactional
    public void choose(CompanyId company, EndpointId id, Set<Event> chosen) {
        jdbc.sql("update webhook_endpoint set events = ? where company_id = ? and endpoint_id = ?")
                .params(words(chosen), company.value(), id.value())
                .update();
        find(company, id).ifPresent(endpoint -> tell(endpoint, Who.current(), "changed"));
    }

    @Override
    @Transactional
    public void switchOn(CompanyId company, EndpointId id) {
        state(company, id, Endpoint.State.ON, 0, clock.instant());
        find(company, id).ifPresent(endpoint -> {
            tell(endpoint, Who.current(), "switched-on");
            post.nudge(company, id);
        });
    }

    @Override
    @Transactional
    public void switchOff(CompanyId company, EndpointId id) {
        state(company, id, Endpoint.State.OFF, 0, clock.instant());
        find(company, id).ifPresent(endpoint -> tell(endpoint, Who.current(), "switched-off"));
    }

    /** The address answered as it should. */
    void worked(Endpoint endpoint) {
        jdbc.sql("""
                        update webhook_endpoint set failures = 0, retry_at = ?
                        where company_id = ? and endpoint_id = ? and failures > 0
                        """)
                .params(
                        Times.sql(clock.instant()),
                        endpoint.company().value(),
                        endpoint.id().value())
                .update();
    }

    /** It did not. Whoever switched it off meanwhile is not overruled. */
    void failed(Endpoint endpoint, int failures, Instant retryAt) {
        jdbc.sql("""
                        update webhook_endpoint set failures = ?, retry_at = ?
                        where company_id = ? and endpoint_id = ? and state = 'ON'
                        """)
                .params(
                        failures,
                        Times.sql(retryAt),
                        endpoint.company().value(),
                        endpoint.id().value())
                .update();
    }

    /** Gives up on it until a person switches it on again; the audit trail tells. */
    @Transactional
    public void giveUp(Endpoint endpoint, int failures) {
        state(endpoint.company(), endpoint.id(), Endpoint.State.FAILED, failures, clock.instant());
        tell(endpoint, Who.ORDREBRO, "failed");
    }

    private void state(CompanyId company, EndpointId id, Endpoint.State state, int failures, Instant retryAt) {
        jdbc.sql("""
                        update webhook_endpoint set state = ?, failures = ?, retry_at = ?
                        where company_id = ? and endpoint_id = ?
                        """)
                .params(state.name(), failures, Times.sql(retryAt), company.value(), id.value())
                .update();
    }

    @Override
    @Transactional
    public void remove(CompanyId company, EndpointId id) {
        Optional<Endpoint> known = find(company, id);
        jdbc.sql("delete from webhook_endpoint where company_id = ? and endpoint_id = ?")
                .params(company.value(), id.value())
                .update();
        known.ifPresent(endpoint -> tell(endpoint, Who.current(), "removed"));
    }

    @Override
    public List<Delivery> deliveries(CompanyId company, EndpointId id, Optional<UUID> before, int size) {
        return outbox.page(company, id, before, size);
    }

    @Override
    public Optional<String> body(CompanyId company, EndpointId id, UUID delivery) {
        return outbox.body(company, id, delivery).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void resend(CompanyId company, EndpointId id, UUID delivery) {
        outbox.again(company, id, delivery);
    }

    @Override
    public void ping(CompanyId company, EndpointId id) {
        find(company, id).ifPresent(endpoint -> outbox.put(company, List.of(outbox.ping(id))));
    }
}
