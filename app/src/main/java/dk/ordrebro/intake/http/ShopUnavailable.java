package dk.ordrebro.intake.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A shop could not be asked, or did not answer as a shop does. Nothing is lost by it: the same is asked again later. */
@NamedInterface("http")
public final class ShopUnavailable extends RuntimeException {

    /** Why; pages have a text {@code connection.problem.<code>} for each. */
    public enum Code {
        /** The address may not be called: it is no https URL, or leads inside our network. */
        ADDRESS_REFUSED,
        /** No connection, or no whole answer in time. */
        UNREACHABLE,
        /** The shop does not take the key, or the key may not do this. */
        KEY_REFUSED,
        /** The shop asks us to wait. */
        THROTTLED,
        /** The shop is broken (status 5xx). */
        BROKEN,
        /** It answered with something else than was asked for, such as a web page. */
        ODD_ANSWER
    }

    private final Code code;
    private final String detail;
    private final @Nullable Duration after;

    /**
     * Says why.
     *
     * @param after how long the shop asks us to stay away; null where it does not say
     */
    public ShopUnavailable(Code code, String detail, @Nullable Duration after) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
        this.after = after;
    }

    public ShopUnavailable(Code code, String detail) {
        this(code, detail, null);
    }

    public Code code() {
        return code;
    }

    /** For people: what was seen, secrets masked. */
    public String detail() {
        return detail;
    }

    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
