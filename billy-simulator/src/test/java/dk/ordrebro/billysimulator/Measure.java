package dk.ordrebro.billysimulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the simulator costs: draft and approval over HTTP on one connection, memory for many invoices, list pages
 * far down, a restart. {@link MeasureTests} says how to run it.
 */
final class Measure {

    private static final int REPORT_EVERY = 100_000;
    private static final int ROUNDS = 3;

    private Measure() {}

    /**
     * What was measured.
     *
     * @param total invoices that the list says there are, after a restart if there is a folder
     * @param medianPostMicros of the last hundred thousand drafts, in microseconds
     * @param usedMegabytes of the heap, client and simulator together
     * @param pageMicros by query, the best of three, in microseconds
     */
    record Figures(int total, long medianPostMicros, long usedMegabytes, Map<String, Long> pageMicros) {}

    /** @param data folder that keeps the invoices, or null for memory alone */
    static Figures run(int invoices, boolean approve, @Nullable Path data) throws IOException {
        SimulatorOptions options = SimulatorOptions.ephemeral().withData(data).withClock(InstantSource.system());
        String token;
        Figures figures;
        try (BillySimulator simulator = BillySimulator.start(options)) {
            Shop shop = Shop.in(simulator);
            token = shop.keys.accessToken();
            long median = fill(simulator, shop, invoices, approve);
            figures = new Figures(total(simulator, token), median, memory("after " + invoices), pages(shop, invoices));
        }
        return data == null ? figures : restarted(options, token, figures);
    }

    private static Figures restarted(SimulatorOptions options, String token, Figures figures) {
        long start = System.nanoTime();
        try (BillySimulator again = BillySimulator.start(options)) {
            System.out.printf("restart %.1f s%n", (System.nanoTime() - start) / 1e9);
            return new Figures(
                    total(again, token), figures.medianPostMicros(), figures.usedMegabytes(), figures.pageMicros());
        }
    }

    private static int total(BillySimulator simulator, String token) {
        return BillyClient.stranger(simulator)
                .with("X-Access-Token", token)
                .get("/invoices?pageSize=1")
                .json()
                .at("/meta/paging/total")
                .intValue();
    }

    private static long fill(BillySimulator simulator, Shop shop, int invoices, boolean approve) throws IOException {
        int window = Math.min(invoices, REPORT_EVERY);
        long median = 0;
        try (RawConnection connection = new RawConnection(simulator, shop.keys.accessToken())) {
            long[] nanos = new long[window];
            for (int i = 0; i < invoices; i++) {
                String body = shop.invoice(
                                ",'orderNo':'%d','externalId':'shop-a:%d:1','taxMode':'incl','contactMessage':'Ordre %d'"
                                        .formatted(100_000 + i, 100_000 + i, 100_000 + i),
                                "'description':'SKU %d, blå, str. L','quantity':2,'unitPrice':199.95"
                                        .formatted(i % 5000),
                                "'description':'GLS pakkeshop','unitPrice':39")
                        .replace('\'', '"');
                long start = System.nanoTime();
                String answer = connection.call("POST", "/invoices", body);
                nanos[i % window] = System.nanoTime() - start;
                if (approve) {
                    int at = answer.indexOf("\"invoices\":[{\"id\":\"") + 19;
                    connection.call(
                            "PUT",
                            "/invoices/" + answer.substring(at, at + 22),
                            "{\"invoice\":{\"state\":\"approved\"}}");
                }
                if ((i + 1) % window == 0) {
                    Arrays.sort(nanos);
                    median = nanos[window / 2] / 1000;
                    System.out.printf(
                            "%d: draft POST median %d µs, p99 %d µs%n", i + 1, median, nanos[window * 99 / 100] / 1000);
                }
            }
        }
        return median;
    }

    private static long memory(String when) {
        System.gc();
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000;
        System.out.printf("%s: %d MB used%n", when, used);
        return used;
    }

    private static Map<String, Long> pages(Shop shop, int invoices) {
        Map<String, Long> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String query : new String[] {
                "?pageSize=100",
                "?pageSize=100&page=" + invoices / 200,
                "?pageSize=100&page=" + invoices / 100,
                "?externalId=shop-a:" + (100_000 + invoices / 2) + ":1",
                "?pageSize=100&include=invoice.lines:embed&page=" + invoices / 200,
                "?pageSize=100&q=" + (100_000 + invoices / 2)
            }) {
                long start = System.nanoTime();
                shop.billy.raw("GET", "/invoices" + query, null);
                best.merge(query, (System.nanoTime() - start) / 1000, Math::min);
            }
        }
        best.forEach((query, micros) -> System.out.printf("GET /invoices%s %d µs%n", query, micros));
        return best;
    }

    /** The least a client can do, so that it is the simulator that is measured. */
    private static final class RawConnection implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private final String token;
        private final byte[] buffer = new byte[1 << 16];

        RawConnection(BillySimulator simulator, String token) throws IOException {
            this.socket = new Socket(
                    java.net.InetAddress.getLoopbackAddress(),
                    simulator.baseUri().getPort());
            socket.setTcpNoDelay(true);
            this.out = socket.getOutputStream();
            this.in = new BufferedInputStream(socket.getInputStream());
            this.token = token;
        }

        String call(String method, String path, String body) throws IOException {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            byte[] head = (method + " /v2" + path + " HTTP/1.1\r\nHost: localhost\r\nX-Access-Token: " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] all = Arrays.copyOf(head, head.length + content.length);
            System.arraycopy(content, 0, all, head.length, content.length);
            out.write(all);
            int length = 0;
            int end = -1;
            while (end < 0) {
                length += in.read(buffer, length, buffer.length - length);
                end = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            }
            String headers = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
            if (!headers.startsWith("HTTP/1.1 200")) {
                throw new IOException(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
            int at = headers.indexOf("Content-Length: ") + 16;
            int until = headers.indexOf('\r', at);
            int expected = Integer.parseInt(headers.substring(at, until < 0 ? headers.length() : until));
            while (length < end + 4 + expected) {
                length += in.read(buffer, length, buffer.length - length);
            }
            return new String(buffer, end + 4, expected, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
