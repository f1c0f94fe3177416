package dk.ordrebro.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The distribution's Chromium for a test class. A test fails if a page it saw wrote an error to the console: a refused script or style, a
 * missing file, a broken script.
 * {@snippet :
 * @RegisterExtension
 * static final Chromium CHROMIUM = new Chromium();
 * }
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    /** Where Debian installs it; another place by the environment. */
    private static final Path PROGRAM =
            Path.of(Objects.requireNonNullElse(System.getenv("ORDREBRO_CHROMIUM"), "/usr/bin/chromium"));

    /** Headless, and silent towards the world: a test machine may have no way out. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<String> consoleErrors = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
    }

    /** A new person at a screen: no cookies, nothing remembered. */
    public Page open(Screen screen) {
        return open(screen, ColorScheme.LIGHT);
    }

    public Page open(Screen screen, ColorScheme scheme) {
        BrowserContext context = Objects.requireNonNull(browser, "Make Chromium a static field with @RegisterExtension")
                .newContext(new NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setHasTouch(screen == Screen.PHONE)
                        .setColorScheme(scheme)
                        .setLocale("da-DK")
                        .setTimezoneId("Europe/Copenhagen"));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> consoleErrors.add(page.url() + ": " + error));
        return page;
    }

    /** Forgets what the console said: for a test that calls up an error page on purpose. */
    public void forgiveConsole() {
        consoleErrors.clear();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> errors = List.copyOf(consoleErrors);
        consoleErrors.clear();
        if (!errors.isEmpty() && test.getExecutionException().isEmpty()) {
            throw new AssertionError("The browser's console shows errors:\n" + String.join("\n", errors));
        }
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
