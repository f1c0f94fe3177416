package dk.ordrebro.endtoend.vendure;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Vendure as a process of its own, its data in memory. Brings its packages with npm the first time. */
final class VendureProcess implements AutoCloseable {

    private static final Path FOLDER = Path.of("vendure").toAbsolutePath();
    private static final int NEEDED_NODE = 20;

    private final Process process;
    private final int port;

    private VendureProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Why it cannot run on this machine; empty when it can. */
    static String missing() throws Exception {
        Process node = new ProcessBuilder("sh", "-c", "node --version && npm --version")
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean runs = node.waitFor() == 0 && said.startsWith("v");
        boolean newEnough = runs && Integer.parseInt(said.substring(1, said.indexOf('.'))) >= NEEDED_NODE;
        return newEnough
                ? ""
                : "Node.js " + NEEDED_NODE + " or later with npm is needed for a real shop; found: " + said.strip();
    }

    static VendureProcess start(int port, URI webhooks, String secret) throws Exception {
        bringPackages();
        Process process = new ProcessBuilder("node", "shop.js", Integer.toString(port), webhooks.toString(), secret)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new VendureProcess(process, port);
    }

    private static void bringPackages() throws Exception {
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        Path wanted = FOLDER.resolve("package-lock.json");
        if (Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new IllegalStateException("npm ci failed:\n" + said);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("READY")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The shop did not start:\n" + said);
    }

    URI adminApi() {
        return URI.create("http://127.0.0.1:" + port + "/admin-api");
    }

    URI shopApi() {
        return URI.create("http://127.0.0.1:" + port + "/shop-api");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    static List<String> credentials() {
        return List.of("superadmin", "superadmin-of-the-test-shop");
    }
}
