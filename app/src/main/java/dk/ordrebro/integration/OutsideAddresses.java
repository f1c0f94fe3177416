package dk.ordrebro.integration;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps addresses that a user types from reaching inside the network we run in. It judges twice: the URL when it is typed, and the IP
 * address at the moment of connecting, in the very resolution the connection uses, so that a name cannot change its mind in between.
 */
public final class OutsideAddresses {

    /**
     * Not reachable from the public internet: IANA's special-purpose registries (RFC 6890 and its updates), with multicast, the cloud's
     * metadata service (link-local) and carrier-grade NAT.
     */
    private static final Network[] INSIDE_V4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(Network::parse)
            .toArray(Network[]::new);

    /** Of IPv6 only global unicast counts, without its own special ranges and those that carry an IPv4 address inside. */
    private static final Network GLOBAL_V6 = Network.parse("2000::/3");

    private static final Network[] INSIDE_V6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::parse)
            .toArray(Network[]::new);

    private final boolean allowPrivate;

    /**
     * Keeps the border, or leaves it open.
     *
     * @param allowPrivate for a shop in one's own network, a demonstration or a test; then nothing is refused but odd schemes
     */
    public OutsideAddresses(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * The URL as it will be used, without a trailing slash; empty when it may not be used: it must be https with a host and without user,
     * query and fragment. Plain http is for loopback only, where private addresses are allowed.
     */
    public Optional<URI> accept(String typed) {
        try {
            URI uri = new URI(typed.strip().replaceAll("/+$", ""));
            return allows(uri) && uri.getRawQuery() == null && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** Whether a request may go to this URL at all; where its host leads is judged by {@link #resolve}. */
    public boolean allows(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return scheme.equals("https") || (scheme.equals("http") && allowPrivate && isLoopback(uri.getHost()));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /**
     * The addresses of a host, all of them outside.
     *
     * @throws InsideAddress when any of them is not
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!allowPrivate && !isOutside(address)) {
                throw new InsideAddress(host);
            }
        }
        return found;
    }

    /** Whether an address belongs to the public internet. */
    public static boolean isOutside(InetAddress address) {
        // Java makes an IPv4 address of an IPv4-mapped one by itself.
        return address instanceof Inet4Address
                ? Stream.of(INSIDE_V4).noneMatch(network -> network.holds(address))
                : GLOBAL_V6.holds(address) && Stream.of(INSIDE_V6).noneMatch(network -> network.holds(address));
    }

    /** A host leads inside the network. The message names only what the user typed. */
    public static final class InsideAddress extends UnknownHostException {

        InsideAddress(String host) {
            super(host + " leads to an address that is not on the public internet");
        }
    }

    /** Addresses that begin with the same bits. */
    private record Network(InetAddress first, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            return new Network(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(InetAddress address) {
            byte[] ours = first.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
