package dk.ordrebro.access.joining;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Ids;
import dk.ordrebro.access.Memberships;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.access.Times;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.UserRefused;
import dk.ordrebro.access.UserRefused.Reason;
import dk.ordrebro.access.Users;
import dk.ordrebro.access.guard.Addresses;
import dk.ordrebro.access.guard.OneTimeKey;
import dk.ordrebro.access.guard.SignInThrottle;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Invitations in PostgreSQL. */
@Repository
public class JdbcInvitations implements Invitations {

    static final Duration HOLDS_FOR = Duration.ofDays(7);

    private static final int MOST = 200;
    private static final String COLUMNS = """
            i.company_id, c.name as company_name, i.invitation_id, i.email, i.role, encode(i.secret_hash, 'hex') as secret_hash, i.invited_by, i.created_at, i.expires_at
            """;

    private final JdbcClient jdbc;
    private final Users users;
    private final Memberships memberships;
    private final SignInThrottle throttle;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    public JdbcInvitations(
            JdbcClient jdbc,
            Users users,
            Memberships memberships,
            SignInThrottle throttle,
            Ids ids,
            SecureRandom random,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.users = users;
        this.memberships = memberships;
        this.throttle = throttle;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    /** What a link carries: where the row is, so that it is found by its primary key, and the secret. */
    private record Key(CompanyId company, InvitationId id, String secret) {

        private static final int IDS = 32;

        static Optional<Key> parse(String text) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, dot));
                return bytes.length == IDS
                        ? Optional.of(read(ByteBuffer.wrap(bytes), text.substring(dot + 1)))
                        : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private static Key read(ByteBuffer bytes, String secret) {
            var company = new CompanyId(new UUID(bytes.getLong(), bytes.getLong()));
            return new Key(company, new InvitationId(new UUID(bytes.getLong(), bytes.getLong())), secret);
        }

        static String text(CompanyId company, InvitationId id, OneTimeKey secret) {
            ByteBuffer bytes = ByteBuffer.allocate(IDS);
            for (UUID each : List.of(company.value(), id.value())) {
                bytes.putLong(each.getMostSignificantBits()).putLong(each.getLeastSignificantBits());
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()) + "." + secret.text();
        }
    }

    /** @param hash in hexadecimal */
    private record Stored(Invitation invitation, String hash) {}

    @Override
    @Transactional
    public Issued invite(CompanyId company, String email, Role role, String who) {
        String address = email.strip();
        if (!Addresses.isOne(address)) {
            throw new UserRefused(Reason.EMAIL_INVALID);
        }
        if (users.find(address)
                .flatMap(user -> memberships.of(user.id(), company))
                .isPresent()) {
            throw new UserRefused(Reason.ALREADY_MEMBER);
        }
        if (open(company).size() >= MOST) {
            throw new UserRefused(Reason.SLOW_DOWN);
        }
        jdbc.sql("""
                        update invitation set outcome = 'REVOKED'
                        where company_id = :company and lower(email) = lower(:email) and outcome is null
                        """).param("company", company.value()).param("email", address).update();
        var id = new InvitationId(ids.next());
        OneTimeKey secret = OneTimeKey.random(random);
        insert(company, id, address, role, secret, who);
        tell(company, who, address, "invited", List.of(new Change("role", "", role.name())));
        return new Issued(find(company, id).orElseThrow(), Key.text(company, id, secret));
    }

    private void insert(CompanyId company, InvitationId id, String email, Role role, OneTimeKey secret, String who) {
        Instant now = now();
        jdbc.sql("""
                        insert into invitation (company_id, invitation_id, email, role, secret_hash, invited_by, created_at, expires_at)
                        values (:company, :id, :email, :role, :hash, :who, :now, :expires)
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .param("email", email)
                .param("role", role.name())
                .param("hash", secret.hash())
                .param("who", who)
                .param("now", Times.sql(now))
                .param("expires", Times.sql(now.plus(HOLDS_FOR)))
                .update();
    }

    @Override
    @Transactional
    public Optional<Issued> renew(CompanyId company, InvitationId id, String who) {
        OneTimeKey secret = OneTimeKey.random(random);
        int renewed = jdbc.sql("""
                        update invitation set secret_hash = :hash, expires_at = :expires
                        where company_id = :company and invitation_id = :id and outcome is null
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .param("hash", secret.hash())
                .param("expires", Times.sql(now().plus(HOLDS_FOR)))
                .update();
        if (renewed == 0) {
            return Optional.empty();
        }
        Invitation invitation = find(company, id).orElseThrow();
        tell(company, who, invitation.email(), "invited", List.of());
        return Optional.of(new Issued(invitation, Key.text(company, id, secret)));
    }

    @Override
    @Transactional
    public void revoke(CompanyId company, InvitationId id, String who) {
        Optional<Invitation> invitation = find(company, id);
        if (end(company, id, "REVOKED")) {
            invitation.ifPresent(one -> tell(company, who, one.email(), "invitation-revoked", List.of()));
        }
    }

    private boolean end(CompanyId company, InvitationId id, String outcome) {
        return jdbc.sql("""
                                update invitation set outcome = :outcome
                                where company_id = :company and invitation_id = :id and outcome is null
                                """)
                        .param("company", company.value())
                        .param("id", id.value())
                        .param("outcome", outcome)
                        .update()
                == 1;
    }

    @Override
    public Optional<Invitation> find(CompanyId company, InvitationId id) {
        return stored(company, id).map(Stored::invitation);
    }

    private Optional<Stored> stored(CompanyId company, InvitationId id) {
        return jdbc.sql("select " + COLUMNS + """
                         from invitation i join company c using (company_id)
                        where i.company_id = :company and i.invitation_id = :id and i.outcome is null
                        """)
                .param("company", company.value())
                .param("id", id.value())
                .query((row, number) -> new Stored(read(row, number), row.getString("secret_hash")))
                .optional();
    }

    @Override
    public List<Invitation> open(CompanyId company) {
        return jdbc.sql("select " + COLUMNS + """
                         from invitation i join company c using (company_id)
                        where i.company_id = :company and i.outcome is null
                        order by i.invitation_id desc
                        limit :most
                        """)
                .param("company", company.value())
                .param("most", MOST)
                .query(JdbcInvitations::read)
                .list();
    }

    @Override
    public Optional<Invitation> of(String key, String address) {
        String counted = "invitation " + address;
        if (!throttle.admits(counted, address)) {
            return Optional.empty();
        }
        Optional<Invitation> found = of(key);
        found.ifPresent(good -> throttle.forget(counted, address));
        return found;
    }

    private Optional<Invitation> of(String text) {
        return Key.parse(text)
                .flatMap(key -> stored(key.company(), key.id())
                        .filter(stored -> MessageDigest.isEqual(
                                HexFormat.of().parseHex(stored.hash()), new OneTimeKey(key.secret()).hash())))
                .map(Stored::invitation)
                .filter(invitation -> !invitation.isTooOld(clock.instant()));
    }

    @Override
    @Transactional
    public SignedIn accept(String key, String name, String password) {
        Invitation invitation = take(key);
        User user = users.create(invitation.company(), invitation.role(), invitation.email(), name, password);
        return joined(invitation, user.id());
    }

    @Override
    @Transactional
    public SignedIn accept(String key, UserId user) {
        Invitation invitation = take(key);
        if (users.find(invitation.email())
                .filter(found -> found.id().equals(user))
                .isEmpty()) {
            throw new UserRefused(Reason.NOT_YOURS);
        }
        users.join(invitation.company(), user, invitation.role());
        return joined(invitation, user);
    }

    /** Ends the invitation first: of two who follow a link at once, one is let in. */
    private Invitation take(String key) {
        Invitation invitation = of(key).orElseThrow(() -> new UserRefused(Reason.LINK_WRONG));
        if (!end(invitation.company(), invitation.id(), "ACCEPTED")) {
            throw new UserRefused(Reason.LINK_WRONG);
        }
        return invitation;
    }

    private SignedIn joined(Invitation invitation, UserId user) {
        tell(
                invitation.company(),
                invitation.email(),
                invitation.email(),
                "joined",
                List.of(new Change("role", "", invitation.role().name())));
        return memberships.enter(user, invitation.company()).orElseThrow();
    }

    private void tell(CompanyId company, String who, String email, String verb, List<Change> changes) {
        events.publishEvent(new SettingsChanged(company, who, "member", email, email, verb, changes));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getString("company_name"),
                new InvitationId(row.getObject("invitation_id", UUID.class)),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("invited_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
