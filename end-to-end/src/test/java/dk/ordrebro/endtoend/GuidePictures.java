package dk.ordrebro.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pictures of {@code docs/guide}: what a screen shows at once. They are written only when asked for, with {@code -Dordrebro.guide=write}. */
public final class GuidePictures {

    private static final boolean WRITTEN = "write".equals(System.getProperty("ordrebro.guide"));
    private static final Path GUIDE = Path.of("..", "docs", "guide");

    private GuidePictures() {}

    /**
     * Writes what the screen shows now, where the guide in that language shows a picture of that name.
     *
     * @param language of the page, as its folder is called
     */
    public static void take(Page page, String language, String name) {
        String picture = "images/" + language + "/" + name + ".png";
        if (WRITTEN && guide(language).contains(picture)) {
            page.screenshot(new ScreenshotOptions().setPath(GUIDE.resolve(picture)));
        }
    }

    private static String guide(String language) {
        try {
            return Files.readString(GUIDE.resolve(language + ".md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
