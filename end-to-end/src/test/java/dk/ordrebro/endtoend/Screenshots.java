package dk.ordrebro.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** Pictures of pages, below {@code target/screenshots}, for people to look at. */
public final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /**
     * Takes the whole page, also what must be scrolled to.
     *
     * @param name of the picture, with slashes for folders and without an ending
     */
    public static void take(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
    }
}
