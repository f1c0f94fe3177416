package dk.ordrebro.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** The pictures of {@code docs/guide}: what a screen shows at once. They are written only when asked for, with {@code -Dordrebro.guide=write}. */
public final class GuidePictures {

    private static final boolean WRITTEN = "write".equals(System.getProperty("ordrebro.guide"));
    private static final Path FOLDER = Path.of("..", "docs", "guide", "images");

    private GuidePictures() {}

    /**
     * Writes what the screen shows now.
     *
     * @param language of the page, as its folder is called
     */
    public static void take(Page page, String language, String name) {
        if (WRITTEN) {
            page.screenshot(
                    new ScreenshotOptions().setPath(FOLDER.resolve(language).resolve(name + ".png")));
        }
    }
}
