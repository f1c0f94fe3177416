package dk.ordrebro.database;

/**
 * How to reach a PostgreSQL database. Printing it shows everything but the password.
 *
 * @param url JDBC URL, such as {@code jdbc:postgresql://localhost:5432/ordrebro}
 */
public record DatabaseAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
