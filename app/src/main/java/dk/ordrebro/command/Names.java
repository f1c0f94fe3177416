package dk.ordrebro.command;

import java.nio.file.Path;
import java.util.Locale;

/** Makes plain names of file names. */
final class Names {

    private static final int LONGEST = 20;

    private Names() {}

    /** The name without its ending, in small letters, digits and dashes; such as {@code online-retail}. */
    static String plain(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "");
        String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String known = plain.isEmpty() ? "orders" : plain;
        return known.substring(0, Math.min(LONGEST, known.length()));
    }
}
