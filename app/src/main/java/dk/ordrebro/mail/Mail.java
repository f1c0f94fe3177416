package dk.ordrebro.mail;

/**
 * A letter to one person, in plain text.
 *
 * @param to an e-mail address
 * @param subject one line
 * @param text lines apart by line feeds
 */
public record Mail(String to, String subject, String text) {

    /** Without the text, which may hold a link that opens a door. */
    @Override
    public String toString() {
        return "Mail[" + to + "]";
    }
}
