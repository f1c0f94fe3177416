package dk.ordrebro.access.token;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Times;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** API tokens in PostgreSQL. */
@Repository
public class JdbcApiTokens implements ApiTokens {

    private static final String COLUMNS =
            "company_id, token_id, name, role, created_by, created_at, last_used_at, revoked_at";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    public JdbcApiTokens(
            JdbcClient jdbc, Ids ids, SecureRandom random, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Issued create(CompanyId company, String name, Role role, String who) {
        var bearer = new BearerToken(company, new ApiTokenId(ids.next()), newSecret());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = new ApiToken(company, bearer.id(), name.strip(), role, who, now, null, null);
        jdbc.sql("""
                        insert into api_token (company_id, token_id, name, role, secret_hash, created_by, created_at)
                        values (:company, :id, :name, :role, :hash, :who, :at)
                        """)
                .param("company", company.value())
                .param("id", token.id().value())
                .param("name", token.name())
                .param("role", role.name())
                .param("hash", bearer.secretHash())
                .param("who", who)
                .param("at", Times.sql(now))
                .update();
        tell(token, who, "created");
        return new Issued(token, bearer.text());
    }

    @Override
    public Optional<SignedIn> verify(String bearer) {
        Optional<Stored> good = BearerToken.parse(bearer).flatMap(this::stored).filter(Stored::fits);
        good.map(Stored::presented).ifPresent(this::noteUse);
        return good.map(Stored::signedIn);
    }

    /** To the minute: a busy program must not write a row for each of its calls. */
    private void noteUse(BearerToken token) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update api_token set last_used_at = :now
                        where company_id = :company and token_id = :id and (last_used_at is null or last_used_at <= :before)
                        """)
                .param("company", token.company().value())
                .param("id", token.id().value())
                .param("now", Times.sql(now))
                .param("before", Times.sql(now.minus(USE_NOTED_EVERY)))
                .update();
    }

    /** A token as presented and as stored. */
    private record Stored(SignedIn signedIn, String hash, BearerToken presented) {

        boolean fits() {
            return MessageDigest.isEqual(HexFormat.of().parseHex(hash), presented.secretHash());
        }
    }

    private Optional<Stored> stored(BearerToken presented) {
        return jdbc.sql("""
                        select t.name, t.role, encode(t.secret_hash, 'hex') as secret_hash, c.name as company_name
                        from api_token t join company c using (company_id)
                        where t.company_id = :company and t.token_id = :id and t.revoked_at is null
                        """)
                .param("company", presented.company().value())
                .param("id", presented.id().value())
                .query((row, number) -> {
                    var signedIn = new SignedIn(
                            presented.company(),
                            row.getString("company_name"),
                            null,
                            "API: " + row.getString("name"),
                            Role.valueOf(row.getString("role")));
                    return new Stored(signedIn, row.getString("secret_hash"), presented);
                })
                .optional();
    }

    @Override
    public List<ApiToken> all(CompanyId company) {
        return jdbc.sql("select " + COLUMNS
                        + " from api_token where company_id = :company order by token_id desc limit 200")
                .param("company", company.value())
                .query(JdbcApiTokens::read)
                .list();
    }

    @Override
    public Optional<ApiToken> find(CompanyId company, ApiTokenId id) {
        return jdbc.sql("select " + COLUMNS + " from api_token where company_id = :company and token_id = :id")
                .param("company", company.value())
                .param("id", id.value())
                .query(JdbcApiTokens::read)
                .optional();
    }

    @Override
    @Transactional
    public void revoke(CompanyId company, ApiTokenId id, String who) {
        jdbc.sql("update api_token set revoked_at = :at where company_id = :company and token_id = :id"
                        + " and revoked_at is null returning " + COLUMNS)
                .param("company", company.value())
                .param("id", id.value())
                .param("at", Times.sql(clock.instant()))
                .query(JdbcApiTokens::read)
                .optional()
                .ifPresent(token -> tell(token, who, "revoked"));
    }

    private void tell(ApiToken token, String who, String verb) {
        events.publishEvent(new SettingsChanged(
                token.company(), who, "api-token", token.id().toString(), token.name(), verb, List.of()));
    }

    private String newSecret() {
        byte[] secret = new byte[BearerToken.SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static ApiToken read(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ApiToken(
                new CompanyId(row.getObject("company_id", UUID.class)),
                new ApiTokenId(row.getObject("token_id", UUID.class)),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
