package dk.ordrebro.access.passkey;

import dk.ordrebro.access.UserId;
import dk.ordrebro.access.guard.UserNews;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys in Spring Security's own repository, with news of those that come and go. */
@Component
class StoredPasskeys implements Passkeys, UserCredentialRepository {

    private static final int MOST_FOR_ONE_USER = 20;
    private static final int LONGEST_NAME = 100;

    private final JdbcUserCredentialRepository stored;
    private final UserNews news;

    StoredPasskeys(JdbcOperations jdbc, UserNews news) {
        this.stored = new JdbcUserCredentialRepository(jdbc);
        this.news = news;
    }

    @Override
    public List<Passkey> of(UserId user) {
        return findByUserId(PasskeyUsers.handle(user)).stream()
                .map(one -> new Passkey(
                        one.getCredentialId().toBase64UrlString(),
                        Objects.requireNonNullElse(one.getLabel(), ""),
                        Objects.requireNonNullElse(one.getCreated(), Instant.EPOCH),
                        Objects.requireNonNullElse(one.getLastUsed(), Instant.EPOCH)))
                .sorted(Comparator.comparing(Passkey::createdAt))
                .toList();
    }

    @Override
    @Transactional
    public void rename(UserId user, String id, String name) {
        if (!name.isBlank()) {
            mine(user, id)
                    .ifPresent(one -> stored.save(ImmutableCredentialRecord.fromCredentialRecord(one)
                            .label(shortened(name))
                            .build()));
        }
    }

    @Override
    @Transactional
    public void remove(UserId user, String id) {
        mine(user, id).ifPresent(one -> delete(one.getCredentialId()));
    }

    private Optional<CredentialRecord> mine(UserId user, String id) {
        return findByUserId(PasskeyUsers.handle(user)).stream()
                .filter(one -> one.getCredentialId().toBase64UrlString().equals(id))
                .findFirst();
    }

    @Override
    @Transactional
    public void delete(Bytes credentialId) {
        CredentialRecord gone = stored.findByCredentialId(credentialId);
        if (gone != null) {
            stored.delete(credentialId);
            tell(gone, "passkey-removed");
        }
    }

    @Override
    @Transactional
    public void save(CredentialRecord passkey) {
        if (stored.findByCredentialId(passkey.getCredentialId()) != null) {
            stored.save(passkey);
            return;
        }
        if (findByUserId(passkey.getUserEntityUserId()).size() >= MOST_FOR_ONE_USER) {
            throw new IllegalStateException("One user has at most " + MOST_FOR_ONE_USER + " passkeys");
        }
        var named = ImmutableCredentialRecord.fromCredentialRecord(passkey)
                .label(shortened(Objects.requireNonNullElse(passkey.getLabel(), "Passkey")))
                .build();
        stored.save(named);
        tell(named, "passkey-added");
    }

    private static String shortened(String name) {
        String trimmed = name.strip();
        return trimmed.substring(0, Math.min(LONGEST_NAME, trimmed.length()));
    }

    private void tell(CredentialRecord passkey, String verb) {
        news.tell(
                PasskeyUsers.user(passkey.getUserEntityUserId()),
                Objects.requireNonNullElse(passkey.getLabel(), ""),
                verb);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return stored.findByCredentialId(credentialId);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return stored.findByUserId(userId);
    }
}
