package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;

/** Takes letters, in the caller's transaction. */
interface Post {

    void put(CompanyId company, String to, String subject, String text);

    /**
     * A link to a page of the company, as a reader of a letter can follow it.
     *
     * @param path begins with a slash
     */
    String link(CompanyId company, String path);
}
