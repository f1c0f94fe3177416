package dk.ordrebro.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorTests {

    @RegisterExtension
    static final Site SITE = new Site();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @EnumSource
    void leadsTheFirstPersonToTheirOneTimeCode(Screen screen) {
        Page page = CHROMIUM.open(screen);
        page.navigate(SITE.pages() + "/orders");
        assertThat(page).hasURL(SITE.pages() + "/first-user");
        Accessibility.check(page);
        Screenshots.take(page, "door/first-user-" + screen);
    }
}
