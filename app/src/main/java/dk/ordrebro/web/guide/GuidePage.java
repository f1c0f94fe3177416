package dk.ordrebro.web.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The guide. For everybody: whoever cannot get in needs it most. */
@Controller
class GuidePage {

    private final Map<String, String> read = new ConcurrentHashMap<>();

    @GetMapping("/guide")
    String show(Locale locale, HttpServletRequest request, Model page) {
        String language = locale.getLanguage().equals("en") ? "en" : "da";
        String pictures = request.getContextPath() + "/guide/";
        page.addAttribute("guide", read.computeIfAbsent(language + pictures, any -> text(language, pictures)));
        return "guide/guide";
    }

    private static String text(String language, String pictures) {
        try {
            String markdown =
                    new ClassPathResource("guide/" + language + ".md").getContentAsString(StandardCharsets.UTF_8);
            return GuideText.of(markdown, pictures);
        } catch (IOException missing) {
            throw new UncheckedIOException("The guide is not where the build puts it", missing);
        }
    }
}
