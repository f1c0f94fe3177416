package dk.ordrebro.billysimulator;

import java.util.List;

/** Names a call by its route, as counters and fault rules do: {@code PUT /invoices/{id}}. */
final class Routes {

    private static final int DEEPEST = 4;

    private Routes() {}

    static String of(String method, List<String> segments) {
        StringBuilder route = new StringBuilder(method).append(' ');
        for (int i = 0; i < Math.min(segments.size(), DEEPEST); i++) {
            route.append('/').append(i == 1 ? "{id}" : segments.get(i));
        }
        return route.toString();
    }
}
