package dk.ordrebro.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence shown at the top of the next page: what a button did.
 *
 * @param good whether it worked
 * @param key of the text
 */
public record Said(boolean good, String key, List<String> facts) implements Serializable {

    /** On the page that comes after a redirect. */
    public static void good(RedirectAttributes next, String key, Object... facts) {
        next.addFlashAttribute("said", of(true, key, facts));
    }

    public static void bad(RedirectAttributes next, String key, Object... facts) {
        next.addFlashAttribute("said", of(false, key, facts));
    }

    public static Said of(boolean good, String key, Object... facts) {
        return new Said(
                good, key, List.of(Arrays.stream(facts).map(Object::toString).toArray(String[]::new)));
    }
}
