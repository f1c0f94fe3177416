package dk.ordrebro.access.signin;

import dk.ordrebro.access.UserId;
import dk.ordrebro.access.guard.Sha256;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions as Spring Session keeps them, found by the user's id, which is the principal's name. */
@Component
class StoredSessions implements Sessions {

    static final String DEVICE = "ordrebro.device";
    static final String ADDRESS = "ordrebro.address";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    StoredSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<SignedInSession> of(UserId user, String current) {
        return all(user).values().stream()
                .map(session -> new SignedInSession(
                        handle(session.getId()),
                        text(session, DEVICE),
                        text(session, ADDRESS),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(SignedInSession::lastUsed).reversed())
                .toList();
    }

    @Override
    public void end(UserId user, String handle) {
        all(user).keySet().stream().filter(id -> handle(id).equals(handle)).forEach(sessions::deleteById);
    }

    @Override
    public void endOthers(UserId user, String current) {
        all(user).keySet().stream().filter(id -> !id.equals(current)).forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> all(UserId user) {
        return sessions.findByPrincipalName(user.toString());
    }

    private static String text(Session session, String attribute) {
        return Objects.requireNonNullElse(session.getAttribute(attribute), "");
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Sha256.of("session " + id)).substring(0, 24);
    }
}
