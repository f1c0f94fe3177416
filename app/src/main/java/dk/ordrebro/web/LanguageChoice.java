package dk.ordrebro.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Remembers the language a reader chooses with {@code ?lang=}; only those there are texts for. */
final class LanguageChoice implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        switch (Objects.requireNonNullElse(request.getParameter("lang"), "")) {
            case "da" -> choose(request, response, WebConfiguration.DANISH);
            case "en" -> choose(request, response, Locale.ENGLISH);
            default -> {
                // The choice made before holds.
            }
        }
        return true;
    }

    private static void choose(HttpServletRequest request, HttpServletResponse response, Locale language) {
        Objects.requireNonNull(RequestContextUtils.getLocaleResolver(request)).setLocale(request, response, language);
    }
}
