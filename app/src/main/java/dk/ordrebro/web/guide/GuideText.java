package dk.ordrebro.web.guide;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns the guide's Markdown into markup: headings, paragraphs, lists, tables, pictures, links and emphasis, which is all it uses. Everything else is text
 * and is escaped. Sections get the names of {@link #SECTIONS} in their order, the same in both languages, so that a page can open its own.
 */
final class GuideText {

    /** One for each heading of the second level. */
    static final List<String> SECTIONS =
            List.of("before", "key", "integration", "templates", "bind", "orders", "invoice", "day");

    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)]*)\\)");
    private static final Pattern RULE = Pattern.compile("\\|[ |:-]+\\|");

    private final String pictures;
    private final Iterator<String> names = SECTIONS.iterator();

    private GuideText(String pictures) {
        this.pictures = pictures;
    }

    /**
     * The guide as markup.
     *
     * @param pictures address that the pictures' own begin below, with a slash at the end
     */
    static String of(String markdown, String pictures) {
        var text = new GuideText(pictures);
        return blocks(markdown).stream().map(text::block).collect(Collectors.joining("\n"));
    }

    /** What blank lines divide; a heading and each picture stand alone. */
    private static List<List<String>> blocks(String markdown) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : (markdown + "\n").lines().toList()) {
            boolean alone =
                    line.startsWith("#") || PICTURE.matcher(line.strip()).matches();
            if ((line.isBlank() || alone) && !block.isEmpty()) {
                blocks.add(List.copyOf(block));
                block.clear();
            }
            if (alone) {
                blocks.add(List.of(line));
            } else if (!line.isBlank()) {
                block.add(line);
            }
        }
        if (!block.isEmpty()) {
            blocks.add(List.copyOf(block));
        }
        return blocks;
    }

    private String block(List<String> lines) {
        String first = lines.getFirst();
        if (first.startsWith("## ")) {
            return "<h2 id=\"" + names.next() + "\">" + inline(first.substring(3)) + "</h2>";
        }
        if (first.startsWith("# ")) {
            return "<h1>" + inline(first.substring(2)) + "</h1>";
        }
        if (first.startsWith("|")) {
            return table(lines);
        }
        if (first.startsWith("- ")) {
            return list(lines);
        }
        return "<p>" + inline(String.join(" ", lines)) + "</p>";
    }

    private String list(List<String> lines) {
        String items = String.join("\n", lines).replace("\n- ", "\n\n- ");
        return "<ul>"
                + List.of(items.split("\n\n")).stream()
                        .map(item -> "<li>" + inline(item.substring(2).replace('\n', ' ')) + "</li>")
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private String table(List<String> lines) {
        String head = row(lines.getFirst(), "th scope=\"col\"", "th");
        String body = lines.stream()
                .skip(1)
                .filter(line -> !RULE.matcher(line).matches())
                .map(line -> row(line, "td", "td"))
                .collect(Collectors.joining());
        return "<div class=\"scroll\" tabindex=\"0\"><table><thead>" + head + "</thead><tbody>" + body
                + "</tbody></table></div>";
    }

    private String row(String line, String open, String close) {
        String inside = line.strip();
        return "<tr>"
                + List.of(inside.substring(1, inside.length() - 1).split("\\|")).stream()
                        .map(cell -> "<" + open + ">" + inline(cell.strip()) + "</" + close + ">")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    private String inline(String text) {
        String escaped = HtmlUtils.htmlEscape(text, "UTF-8");
        String pictured = PICTURE.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement("<img src=\"" + pictures + found.group(2) + "\" alt=\""
                        + found.group(1) + "\" loading=\"lazy\">"));
        return LINK.matcher(pictured)
                .replaceAll(found -> Matcher.quoteReplacement(link(found.group(1), found.group(2))))
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("\\*([^*]+)\\*", "<em>$1</em>")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    /** Other pages of the repository do not come with the program; the guide in the other language does. */
    private static String link(String text, String target) {
        return switch (target) {
            case "da.md" -> "<a href=\"?lang=da\" hreflang=\"da\">" + text + "</a>";
            case "en.md" -> "<a href=\"?lang=en\" hreflang=\"en\">" + text + "</a>";
            default -> target.startsWith("https://") ? "<a href=\"" + target + "\">" + text + "</a>" : text;
        };
    }
}
