package dk.ordrebro.endtoend.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dk.ordrebro.endtoend.Accessibility;
import dk.ordrebro.endtoend.GuidePictures;
import dk.ordrebro.endtoend.Screen;
import dk.ordrebro.endtoend.Screenshots;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Somebody who reads one language and does what they read: presses what is called so, fills the field with that label. Counts what it costs
 * them. Each page they come to is scanned and photographed.
 */
final class Person {

    private final Page page;
    private final Screen screen;
    private final Locale language;
    private final MessageSource texts;
    private final long began = System.nanoTime();
    private int clicks;
    private int fields;
    private int letters;
    private int pictures;

    Person(Page page, Screen screen, Locale language, MessageSource texts) {
        this.page = page;
        this.screen = screen;
        this.language = language;
        this.texts = texts;
    }

    Page page() {
        return page;
    }

    /** The words the application has for a key, in this person's language. */
    String word(String key, Object... facts) {
        return texts.getMessage(key, facts, language);
    }

    boolean reads(String code) {
        return language.getLanguage().equals(code);
    }

    void fill(String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(text);
        fields++;
        letters += text.length();
    }

    void press(String name) {
        click(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    void follow(String name) {
        click(page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true)));
    }

    void click(Locator what) {
        what.click();
        clicks++;
    }

    /** By the menu, which is folded away on a phone. */
    void goTo(String entry) {
        if (screen == Screen.PHONE) {
            click(page.locator("details.menu > summary"));
        }
        click(page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(entry).setExact(true)));
    }

    void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
        clicks += 2;
    }

    void see(String text) {
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(text);
    }

    /** Looks around: the page is scanned, no wider than the screen, and photographed. */
    void look(String name) {
        assertThat(page.locator("html")).hasAttribute("lang", language.getLanguage());
        Accessibility.check(page);
        org.assertj.core.api.Assertions.assertThat(width("scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(width("clientWidth"));
        pictures++;
        String numbered = "%02d-%s".formatted(pictures, name);
        Screenshots.take(page, "guide/" + language.getLanguage() + "-" + screen + "/" + numbered);
        if (screen == Screen.DESKTOP) {
            GuidePictures.take(page, language.getLanguage(), name);
        }
    }

    private int width(String which) {
        return ((Number) page.evaluate("document.documentElement." + which)).intValue();
    }

    /** What it cost so far. Scanning and photographing is counted in the seconds; thinking is not. */
    String cost() {
        return "%d clicks, %d fields filled (%d letters), %d seconds"
                .formatted(
                        clicks,
                        fields,
                        letters,
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
