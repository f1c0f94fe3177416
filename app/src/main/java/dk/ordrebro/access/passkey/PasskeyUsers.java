package dk.ordrebro.access.passkey;

import dk.ordrebro.access.UserId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Our users as passkeys know them. The handle in a passkey is the user's id, so that nothing more has to be stored. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private static final int UUID_BYTES = 16;

    private final JdbcClient jdbc;

    PasskeyUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Bytes handle(UserId user) {
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(user.value().getMostSignificantBits())
                .putLong(user.value().getLeastSignificantBits())
                .array());
    }

    static UserId user(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UserId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.getBytes().length == UUID_BYTES ? find(user(id)) : null;
    }

    /** @param username the principal's name, which is the user's id */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find(new UserId(UUID.fromString(username)));
    }

    private @Nullable PublicKeyCredentialUserEntity find(UserId user) {
        return jdbc.sql("select email, name from app_user where user_id = :user")
                .param("user", user.value())
                .query((row, number) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(user))
                        .name(row.getString("email"))
                        .displayName(row.getString("name"))
                        .build())
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("Users are made at the door, not by a passkey");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("A user does not go with a passkey");
    }
}
