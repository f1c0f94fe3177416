package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;

/** Takes letters, in the caller's transaction. */
interface Post {

    void put(CompanyId company, String to, String subject, String text);

    /**
     * A link to one of our pages, as a reader of a letter can follow it.
     *
     * @param path begins with a slash
     */
    String link(String path);
}
