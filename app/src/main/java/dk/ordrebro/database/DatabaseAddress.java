package dk.ordrebro.database;

/**
 * How to reach a PostgreSQL database. Printing it shows everything but the password.
 *
 * @param url JDBC URL, such as {@code jdbc:postgresql://localhost:5432/ordrebro}
 * @param pooled whether a pooler such as PgBouncer stands in between and may give each transaction another server connection
 */
public record DatabaseAddress(String url, String user, String password, boolean pooled) {

    public DatabaseAddress(String url, String user, String password) {
        this(url, user, password, false);
    }

    DatabaseAddress behindAPooler() {
        return new DatabaseAddress(url, user, password, true);
    }

    /** The same database by another way in. */
    public DatabaseAddress by(String otherUrl) {
        return new DatabaseAddress(otherUrl, user, password, false);
    }

    /** Whether the URL names several servers, such as {@code //one:5432,two:5432/}, of which one at a time may be written to. */
    boolean hasSeveralHosts() {
        int hosts = url.indexOf("//");
        int end = url.indexOf('/', hosts + 2);
        return hosts >= 0 && url.substring(hosts, end < 0 ? url.length() : end).contains(",");
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
