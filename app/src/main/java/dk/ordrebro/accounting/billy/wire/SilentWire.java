package dk.ordrebro.accounting.billy.wire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Keeps HttpClient's own logs of heads and bodies silent at whatever level somebody sets: they would show access keys and customers. */
final class SilentWire extends TurboFilter {

    static final Set<String> TALKATIVE =
            Set.of("org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire");

    private SilentWire() {}

    /** Does nothing where it has been done, or where another logger than Logback is in use. */
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            synchronized (context) {
                if (context.getTurboFilterList().stream().noneMatch(SilentWire.class::isInstance)) {
                    context.addTurboFilter(new SilentWire());
                }
            }
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        return TALKATIVE.contains(logger.getName()) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
