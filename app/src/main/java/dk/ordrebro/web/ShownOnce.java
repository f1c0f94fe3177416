package dk.ordrebro.web;

import dk.ordrebro.access.SealsSecrets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries a secret to the page after a redirect, where it is seen once: a reload shows it no more and makes no second one. On its way it lies in the
 * session, so it is sealed.
 */
@Component
public class ShownOnce {

    private static final String ATTRIBUTE = "shownOnce";

    private final SealsSecrets seal;

    ShownOnce(SealsSecrets seal) {
        this.seal = seal;
    }

    /**
     * Sends it to the page that follows.
     *
     * @param what kind of secret it is; read by the same word
     */
    public void put(RedirectAttributes next, String what, String secret) {
        next.addFlashAttribute(ATTRIBUTE, seal.close(secret, what));
    }

    /** Empty where nothing was just made. */
    public Optional<String> take(Model page, String what) {
        return page.getAttribute(ATTRIBUTE) instanceof byte[] sealed
                ? Optional.of(seal.open(Objects.requireNonNull(sealed), what))
                : Optional.empty();
    }
}
