package dk.ordrebro.command.demo;

import java.io.PrintWriter;

/** Says how far something has come: a bar that grows on a terminal, a line for every tenth elsewhere. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String last = "";

    public ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(String what, long done, long of) {
        long total = Math.max(of, 1);
        long shown = Math.min(done, total);
        if (terminal) {
            int full = (int) (WIDTH * shown / total);
            print("\r" + "█".repeat(full) + "░".repeat(WIDTH - full) + " " + line(what, shown, total) + "   ");
        } else if (!last.equals(what + 10 * shown / total)) {
            last = what + 10 * shown / total;
            print(line(what, shown, total) + "\n");
        }
    }

    void end() {
        print(terminal ? "\n" : "");
    }

    private static String line(String what, long done, long total) {
        return String.format("%s: %,d of %,d (%d %%)", what, done, total, 100 * done / total);
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }
}
