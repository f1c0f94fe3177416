package dk.ordrebro.web.settings;

import dk.ordrebro.accounting.Problem;
import dk.ordrebro.web.Said;

/** Says why a key did not open what it should. */
final class Keys {

    private Keys() {}

    /** For a key that was to be kept: it was not. */
    static Said problem(Problem problem) {
        return said("accounting.", problem);
    }

    /** For a reading of the chart: what is shown is older, or nothing. */
    static Said reading(Problem problem) {
        return said("accounting.reading.", problem);
    }

    private static Said said(String family, Problem problem) {
        String key = switch (problem.code()) {
            case KEY_REFUSED -> "key-refused";
            case COMPANY_CLOSED -> "company-closed";
            case THROTTLED -> "throttled";
            case ODD_ANSWER, REJECTED -> "odd";
            default -> "unreachable";
        };
        return Said.of(false, family + key, problem.detail());
    }
}
