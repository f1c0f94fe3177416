package dk.ordrebro.billysimulator.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with headings; columns whose heading ends in {@code >} hold numbers. */
final class Grid {

    private final List<String> headings;
    private final List<List<Html.Part>> rows = new ArrayList<>();
    private List<Html.Part> current = new ArrayList<>();

    Grid(String... headings) {
        this.headings = Arrays.asList(headings);
    }

    Grid cell(@Nullable String text) {
        return cell(html -> html.text(text));
    }

    Grid cell(Html.Part content) {
        current.add(content);
        return this;
    }

    void endRow() {
        rows.add(current);
        current = new ArrayList<>();
    }

    void write(Html html, String whenEmpty) {
        if (rows.isEmpty()) {
            html.element("p", whenEmpty, "class", "empty");
            return;
        }
        html.element("div", this::table, "class", "scroll");
    }

    private void table(Html outer) {
        // the roles stay when a narrow screen shows the rows as cards
        outer.element(
                "table",
                html -> {
                    html.element(
                            "thead", head -> head.element("tr", this::headingCells, "role", "row"), "role", "rowgroup");
                    html.element(
                            "tbody",
                            body -> rows.forEach(row -> body.element("tr", line -> cells(line, row), "role", "row")),
                            "role",
                            "rowgroup");
                },
                "role",
                "table");
    }

    private void headingCells(Html row) {
        for (String heading : headings) {
            row.element("th", name(heading), "class", kind(heading), "scope", "col", "role", "columnheader");
        }
    }

    private void cells(Html line, List<Html.Part> row) {
        for (int i = 0; i < row.size(); i++) {
            line.element(
                    "td",
                    row.get(i),
                    "class",
                    kind(headings.get(i)),
                    "data-heading",
                    name(headings.get(i)),
                    "role",
                    "cell");
        }
    }

    private static String name(String heading) {
        return heading.replace(">", "");
    }

    private static String kind(String heading) {
        return heading.endsWith(">") ? "number" : "text";
    }
}
