package dk.ordrebro.api;

/** How much of a list is shown at once. */
final class Pages {

    private static final int MAX = 200;

    private Pages() {}

    static int size(int wanted) {
        if (wanted < 1 || wanted > MAX) {
            throw ApiProblem.unreadable("size", "must lie between 1 and " + MAX);
        }
        return wanted;
    }
}
