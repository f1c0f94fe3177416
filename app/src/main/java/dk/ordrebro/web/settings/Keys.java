package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.web.Said;

/** Says why a key did not open what it should. */
final class Keys {

    private Keys() {}

    static Said problem(Problem problem) {
        String key = switch (problem.code()) {
            case KEY_REFUSED -> "accounting.key-refused";
            case COMPANY_CLOSED -> "accounting.company-closed";
            default -> "accounting.unreachable";
        };
        return Said.of(false, key, problem.detail());
    }
}
