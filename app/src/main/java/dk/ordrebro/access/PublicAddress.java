package dk.ordrebro.access;

import java.net.URI;

/**
 * Where people reach this installation: ORDREBRO_URL, for links in letters and for passkeys, which hold for one host name only.
 *
 * @param origin scheme, host and port without a slash at the end, such as {@code https://ordrebro.example.com}
 * @param known whether somebody said so; otherwise it is this machine's own address, good for a trial
 */
public record PublicAddress(String origin, boolean known) {

    public static PublicAddress of(String url) {
        URI address = URI.create(url.strip());
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        String path = address.getPath();
        if (!web || address.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("ORDREBRO_URL must look like https://ordrebro.example.com");
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new PublicAddress(address.getScheme() + "://" + address.getHost() + port, true);
    }

    public static PublicAddress ofThisMachine(int port) {
        return new PublicAddress("http://localhost:" + port, false);
    }

    public boolean isSecure() {
        return origin.startsWith("https:");
    }

    public String host() {
        return URI.create(origin).getHost();
    }

    /**
     * A link to a page.
     *
     * @param path begins with a slash
     */
    public String link(String path) {
        return origin + path;
    }
}
