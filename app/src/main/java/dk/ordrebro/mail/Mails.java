package dk.ordrebro.mail;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters. Each is put into a box in the caller's transaction and sent within seconds of its commit by one node; what the mail server
 * does not take is tried again, later and later, for a day. A letter may arrive twice when a node dies at the wrong moment.
 */
public interface Mails {

    /** Whether this installation has a mail server. Pages offer another way where it has none. */
    boolean areSetUp();

    /**
     * Puts a letter into the box. Where there is no mail server nothing is kept.
     *
     * @param company whose letter it is, so that it can see what became of it; null where it is about a person alone
     * @return whether it will be sent
     */
    boolean put(@Nullable CompanyId company, Mail mail);

    /** What became of a company's letters, newest first, at most {@code size}. */
    List<Posted> latest(CompanyId company, int size);

    /**
     * A letter and what has become of it.
     *
     * @param failure why the last try failed, in the mail server's words; empty where none did
     */
    record Posted(String to, String subject, State state, int attempts, String failure, Instant createdAt) {}

    /** What has become of a letter. */
    enum State {
        WAITING,
        SENT,
        /** Tried for a day. */
        GIVEN_UP
    }
}
