package dk.ordrebro.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this installation is one to practise with: a simulated Billy stands beside it. Said on every page, so that nobody takes it for the real one.
 *
 * @param billy where the simulated Billy's own pages are; null in a real installation
 * @param key an access key of the company made there for practice; null in a real installation
 */
@ConfigurationProperties("ordrebro.practice")
public record Practice(@Nullable URI billy, @Nullable String key) {

    public boolean on() {
        return billy != null && key != null;
    }

    /** It opens nothing but the simulator, but a log is no place for keys. */
    @Override
    public String toString() {
        return "Practice[" + billy + "]";
    }
}
