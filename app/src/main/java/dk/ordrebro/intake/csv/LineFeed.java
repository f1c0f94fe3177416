package dk.ordrebro.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Feeds a parser line by line, never more than one line at a call, and remembers which lines it gave: so it is known which
 * lines make a row, and after a broken row the lines behind its first can be given once more.
 */
final class LineFeed extends Reader {

    private final Lines lines;
    private final Charset charset;
    private final Deque<Line> again = new ArrayDeque<>();
    private final List<Line> given = new ArrayList<>();
    private String text = "";
    private int at;
    private long length;

    LineFeed(Lines lines, Charset charset) {
        this.lines = lines;
        this.charset = charset;
    }

    /** The lines given since this was asked last. */
    List<Line> taken() {
        List<Line> taken = List.copyOf(given);
        given.clear();
        length = 0;
        return taken;
    }

    /** Takes back what was given except the first line, which is the answer. */
    Line firstAndTakeBackTheRest() {
        List<Line> taken = taken();
        for (Line line : taken.subList(1, taken.size()).reversed()) {
            again.addFirst(line);
        }
        text = "";
        at = 0;
        return taken.getFirst();
    }

    /** Why this line cannot be part of any row, if so. */
    Optional<Fault> whyUnreadable(Line line) {
        if (line.tooLong()) {
            return Optional.of(Fault.of(line.number(), Fault.Code.ROW_TOO_LONG, Lines.MAX));
        }
        if (line.isAscii()) {
            return Optional.empty();
        }
        boolean utf8 = line.text(StandardCharsets.UTF_8).isPresent();
        if (charset.equals(StandardCharsets.UTF_8) && !utf8) {
            return Optional.of(Fault.of(line.number(), Fault.Code.WRONG_CHARSET, charset.displayName()));
        }
        // Text of a one-byte charset is UTF-8 only by a chance that hardly ever comes.
        if (!charset.equals(StandardCharsets.UTF_8) && utf8) {
            return Optional.of(Fault.of(line.number(), Fault.Code.REALLY_UTF_8, charset.displayName()));
        }
        return line.text(charset).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of(line.number(), Fault.Code.WRONG_CHARSET, charset.displayName()));
    }

    /** Throws {@link BrokenRow} where a line is unreadable or a row grows too long; the line is among those given then. */
    @Override
    public int read(char[] buffer, int offset, int wanted) throws IOException {
        if (at == text.length() && !fetch()) {
            return -1;
        }
        int count = Math.min(wanted, text.length() - at);
        text.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    private boolean fetch() throws IOException {
        Line line = again.isEmpty() ? lines.next().orElse(null) : again.poll();
        if (line == null) {
            return false;
        }
        given.add(line);
        if (whyUnreadable(line).isPresent()) {
            throw new BrokenRow("Line " + line.number() + " is no text");
        }
        text = line.text(charset).orElseThrow();
        at = 0;
        length += text.length();
        if (length > Lines.MAX) {
            throw new BrokenRow("The row that ends with line " + line.number() + " is too long");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Passes through the parser, which knows how to hand on an exception of a reader. */
    static final class BrokenRow extends IOException {

        BrokenRow(String message) {
            super(message);
        }
    }
}
