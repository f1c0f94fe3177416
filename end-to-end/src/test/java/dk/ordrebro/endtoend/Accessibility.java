package dk.ordrebro.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** WCAG 2.2 AA as far as a program can judge it: axe-core's rules, none of them broken. */
public final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    /** Fails with each broken rule and where it is broken. */
    public static void check(Page page) {
        var results = new AxeBuilder(page).withTags(RULES).analyze();
        assertThat(results.getViolations().stream().map(Accessibility::told).toList())
                .as("accessibility of %s", page.url())
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
    }
}
