package dk.ordrebro.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing in the reader's company; whether there is one in another is nobody's business. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotHere extends RuntimeException {

    public NotHere() {
        super("No such thing in this company");
    }

    /** What was found, or an answer of 404. */
    public static <T> T orElse404(Optional<T> found) {
        return found.orElseThrow(NotHere::new);
    }
}
