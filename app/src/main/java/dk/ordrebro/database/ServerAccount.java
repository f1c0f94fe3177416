package dk.ordrebro.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account the server's programs run. PostgreSQL refuses to run as root, and many containers know nobody else: then it
 * runs in a user namespace of its own where it is not root, or, where the container forbids that, as the account {@code nobody}.
 *
 * @param prefix what stands before each command
 * @param owner user id that must own the data; -1 when it is ours anyway
 */
record ServerAccount(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static ServerAccount ours() {
        if (!isRoot()) {
            return new ServerAccount(List.of(), -1);
        }
        if (Programs.succeeds("unshare", "-U", "true")) {
            return new ServerAccount(List.of("unshare", "-U"), ROOT);
        }
        if (Programs.succeeds("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true")) {
            return new ServerAccount(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
        }
        throw new DatabaseUnusable("PostgreSQL does not run as root, and this machine lets us take no other account."
                + " Run this program as an ordinary user, or name an outside PostgreSQL with ORDREBRO_DB_URL.");
    }

    private static boolean isRoot() {
        return new com.sun.security.auth.module.UnixSystem().getUid() == ROOT;
    }

    /** Hands the folder over to the account, with all in it. Data made under one account can so be used under another. */
    void own(Path folder) {
        if (owner < 0 || ownerOf(folder) == owner) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot hand " + folder + " over to the account of the server", e);
        }
    }

    private static int ownerOf(Path folder) {
        try {
            return (int) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot see who owns " + folder, e);
        }
    }
}
