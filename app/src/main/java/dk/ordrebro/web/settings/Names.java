package dk.ordrebro.web.settings;

import dk.ordrebro.web.Said;

/** What an integration may be called. */
final class Names {

    static final Said PROBLEM = Said.of(false, "settings.name-problem");

    private static final int LONGEST = 200;

    private Names() {}

    static boolean isGood(String typed) {
        return !typed.isBlank() && typed.length() <= LONGEST;
    }
}
