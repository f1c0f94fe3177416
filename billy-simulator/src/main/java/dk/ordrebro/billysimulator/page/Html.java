package dk.ordrebro.billysimulator.page;

import org.jspecify.annotations.Nullable;

/** Writes HTML. Every text is escaped on its way in; only this class writes angle brackets. */
final class Html {

    private final StringBuilder out = new StringBuilder(8192);

    /** A piece of a page. */
    @FunctionalInterface
    interface Part {
        void write(Html html);
    }

    /** An element with attributes given as name, value, name, value … */
    Html element(String tag, Part content, String... attributes) {
        open(tag, attributes);
        content.write(this);
        out.append("</").append(tag).append('>');
        return this;
    }

    Html element(String tag, @Nullable String text, String... attributes) {
        return element(tag, html -> html.text(text), attributes);
    }

    /** An element without content, such as an input. */
    Html single(String tag, String... attributes) {
        open(tag, attributes);
        return this;
    }

    private void open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    Html text(@Nullable String text) {
        if (text == null) {
            return this;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return this;
    }

    Html link(String href, @Nullable String text) {
        return element("a", text, "href", href);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
