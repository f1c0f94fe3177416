package dk.ordrebro.command.demo;

import java.io.PrintStream;
import java.util.Locale;

/** A progress bar on a terminal; where there is none, a line for every tenth of the way. */
public final class Bar {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private String title = "";
    private long shown = -1;

    public Bar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Begins anew under another title. */
    public void begin(String newTitle) {
        end();
        title = newTitle;
        shown = -1;
    }

    /** Draws how far it has come; cheap when nothing visible has changed. */
    public void at(long done, long of) {
        if (of <= 0) {
            return;
        }
        long step = Math.min(done, of) * (terminal ? 1000 : TENTHS) / of;
        if (step == shown) {
            return;
        }
        shown = step;
        String count = String.format(Locale.ROOT, "%d of %d", done, of);
        if (terminal) {
            int full = (int) (Math.min(done, of) * WIDTH / of);
            out.print("\r%-22s [%s%s] %s ".formatted(title, "█".repeat(full), "·".repeat(WIDTH - full), count));
        } else {
            out.println(title + ": " + count);
        }
        out.flush();
    }

    /** Leaves what stands there and begins a new line. */
    public void end() {
        if (terminal && shown >= 0) {
            out.println();
        }
        shown = -1;
    }
}
