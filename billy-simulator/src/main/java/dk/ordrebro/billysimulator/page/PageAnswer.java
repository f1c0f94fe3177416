package dk.ordrebro.billysimulator.page;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer to a browser.
 *
 * @param location where to go instead, or null
 * @param language code of the language to remember, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record PageAnswer(
        int status,
        String contentType,
        byte[] body,
        @Nullable String location,
        @Nullable String language) {

    private static final String HTML = "text/html; charset=utf-8";

    static PageAnswer html(int status, String page) {
        return new PageAnswer(status, HTML, page.getBytes(StandardCharsets.UTF_8), null, null);
    }

    static PageAnswer of(String contentType, byte[] body) {
        return new PageAnswer(200, contentType, body, null, null);
    }

    static PageAnswer goTo(String location) {
        return new PageAnswer(303, HTML, new byte[0], location, null);
    }

    static PageAnswer speak(String language) {
        return new PageAnswer(303, HTML, new byte[0], "/", language);
    }
}
