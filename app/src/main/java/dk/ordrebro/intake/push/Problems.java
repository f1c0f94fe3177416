package dk.ordrebro.intake.push;

import dk.ordrebro.intake.push.PushedOrder.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an order, as it is found; says so once when there is too much of it. */
final class Problems {

    private static final int MAX = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(String path, String reason) {
        if (found.size() < MAX) {
            found.add(new Problem(path, reason));
        } else if (found.size() == MAX) {
            found.add(new Problem("", "and more problems; only the first " + MAX + " are listed"));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    PushedOrder.Refused refused() {
        return new PushedOrder.Refused(found);
    }
}
