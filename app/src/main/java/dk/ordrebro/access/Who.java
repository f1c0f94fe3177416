package dk.ordrebro.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Names whoever is behind the work under way on this thread, for the audit trail. */
public final class Who {

    /** The program itself: a drain, a command, a listener. */
    public static final String ORDREBRO = "ordrebro";

    private static final ScopedValue<String> ACTING = ScopedValue.newInstance();

    private Who() {}

    /** Does what somebody asked for earlier, in their name. */
    public static void as(String who, Runnable work) {
        ScopedValue.where(ACTING, who).run(work);
    }

    /** Whoever work is done for, or {@link SignedIn#who()} of the request under way, or {@link #ORDREBRO} where nobody is signed in. */
    public static String current() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn me ? me.who() : ORDREBRO;
    }
}
