package dk.ordrebro.access.guard;

import java.util.regex.Pattern;

/** What looks like an e-mail address. */
public final class Addresses {

    /** No more than "something at something": only a letter that arrives proves an address. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]{1,100}@[^\\s@<>,;\"]{1,150}");

    private Addresses() {}

    public static boolean isOne(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
