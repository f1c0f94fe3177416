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

/**
 * Measures what the simulator costs: draft and approval over HTTP on one connection, memory for many invoices, list pages
 * far down, a restart. Run by hand with the number of invoices, whether to approve, and a data folder or {@code -}.
 */
final class Measure {

    private static final int REPORT_EVERY = 100_000;

    private Measure() {}

    public static void main(String[] args) throws IOException {
        int invoices = Integer.parseInt(args[0]);
        boolean approve = Boolean.parseBoolean(args[1]);
        Path data = args[2].equals("-") ? null : Path.of(args[2]);
        SimulatorOptions options = SimulatorOptions.ephemeral().withData(data).withClock(InstantSource.system());
        String token;
        try (BillySimulator simulator = BillySimulator.start(options)) {
            Shop shop = Shop.in(simulator);
            token = shop.keys.accessToken();
            fill(simulator, shop, invoices, approve);
            memory("after " + invoices);
            pages(shop, invoices);
        }
        if (data != null) {
            long start = System.nanoTime();
            try (BillySimulator again = BillySimulator.start(options)) {
                System.out.printf("restart %.1f s%n", (System.nanoTime() - start) / 1e9);
                System.out.println(BillyClient.stranger(again)
                        .with("X-Access-Token", token)
                        .get("/invoices?pageSize=1")
                        .json()
                        .at("/meta/paging/total"));
            }
        }
    }

    private static void fill(BillySimulator simulator, Shop shop, int invoices, boolean approve) throws IOException {
        try (RawConnection connection = new RawConnection(simulator, shop.keys.accessToken())) {
            long[] nanos = new long[REPORT_EVERY];
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
                nanos[i % REPORT_EVERY] = System.nanoTime() - start;
                if (approve) {
                    int at = answer.indexOf("\"invoices\":[{\"id\":\"") + 19;
                    connection.call(
                            "PUT",
                            "/invoices/" + answer.substring(at, at + 22),
                            "{\"invoice\":{\"state\":\"approved\"}}");
                }
                if ((i + 1) % REPORT_EVERY == 0) {
                    Arrays.sort(nanos);
                    System.out.printf(
                            "%d: draft POST median %d µs, p99 %d µs%n",
                            i + 1, nanos[REPORT_EVERY / 2] / 1000, nanos[REPORT_EVERY * 99 / 100] / 1000);
                }
            }
        }
    }

    private static void memory(String when) {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("%s: %d MB used%n", when, used / 1_000_000);
    }

    private static void pages(Shop shop, int invoices) {
        for (int round = 0; round < 3; round++) {
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
                if (round == 2) {
                    System.out.printf("GET /invoices%s %d µs%n", query, (System.nanoTime() - start) / 1000);
                }
            }
        }
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
