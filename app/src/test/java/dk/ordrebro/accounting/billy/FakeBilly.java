package dk.ordrebro.accounting.billy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A server on a socket of its own that says what a test tells it to, down to the last byte: for oddities a well-behaved server cannot show.
 * A route is a method and a path without query, such as {@code GET /accounts}; its answers are given one after another, the last one again and again.
 */
public final class FakeBilly implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, Deque<Answer>> routes = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Thread door;

    public FakeBilly() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door = Thread.ofVirtual().start(this::accept);
    }

    /** What came in. */
    public record Call(String method, String path, String query, Map<String, String> headers, String body) {

        public String route() {
            return method + " " + path;
        }
    }

    /** What goes out. */
    public interface Answer {

        void write(Call call, Socket socket, OutputStream out) throws IOException;
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v2");
    }

    public FakeBilly on(String route, Answer... answers) {
        routes.put(route, new ConcurrentLinkedDeque<>(List.of(answers)));
        return this;
    }

    public List<Call> calls() {
        return calls;
    }

    public List<String> called() {
        return calls.stream().map(Call::route).toList();
    }

    public Call last(String route) {
        return calls.reversed().stream()
                .filter(call -> call.route().equals(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError(route + " was not called, but " + called()));
    }

    public static Answer json(String body) {
        return json(200, body);
    }

    public static Answer json(int status, String body) {
        return text(status, "application/json", "", body);
    }

    /** Recorded answers stand as files beside this class. */
    public static Answer file(String name) {
        return json(read(name));
    }

    public static String read(String name) {
        try (InputStream in = FakeBilly.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer refusal(int status, String code, String words) {
        return json(status, """
                {"meta":{"statusCode":%d,"success":false},"errorCode":"%s","errorMessage":"%s"}""".formatted(status, code, words));
    }

    public static Answer html(int status) {
        return text(status, "text/html", "", "<html><body>{ Vi er straks tilbage }</body></html>");
    }

    /**
     * Answers once so.
     *
     * @param headers each ended by CR LF
     */
    public static Answer text(int status, String type, String headers, String body) {
        return (call, socket, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\n" + headers + "Content-Length: "
                            + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
        };
    }

    public static Answer throttled(int seconds) {
        return text(
                429,
                "application/json",
                "Retry-After: " + seconds + "\r\n",
                "{\"meta\":{\"statusCode\":429,\"success\":false},\"errorMessage\":\"For mange kald\"}");
    }

    /** Closes the connection hard once the request was read. */
    public static Answer reset() {
        return (call, socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Promises more than it sends, and closes. */
    public static Answer half(String body) {
        return (call, socket, out) -> {
            out.write(("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body.substring(0, body.length() / 2))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.close();
        };
    }

    /** Says nothing until the caller goes away. */
    public static Answer silence() {
        return (call, socket, out) -> {
            var _ = socket.getInputStream().read();
        };
    }

    /** Sends one byte after another without end, each soon enough to keep a reader waiting. */
    public static Answer drip() {
        return (call, socket, out) -> {
            out.write("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{"
                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(20);
            while (!socket.isClosed()) {
                out.write(' ');
                out.flush();
                waitForCaller(socket);
            }
        };
    }

    private static void waitForCaller(Socket socket) throws IOException {
        try {
            if (socket.getInputStream().read() < 0) {
                socket.close();
            }
        } catch (java.net.SocketTimeoutException e) {
            // the caller is still there
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (Call call = read(in); call != null; call = read(in)) {
                calls.add(call);
                var response = new ByteArrayOutputStream() {
                    @Override
                    public void flush() throws IOException {
                        writeTo(out);
                        reset();
                        out.flush();
                    }
                };
                answer(call).write(call, socket, response);
                if (socket.isClosed()) {
                    return;
                }
                response.flush();
            }
        } catch (IOException e) {
            // the caller went away, as callers do
        }
    }

    private Answer answer(Call call) {
        Deque<Answer> answers = routes.get(call.route());
        if (answers == null) {
            return refusal(404, "RECORD_NOT_FOUND", "No record " + call.path() + " was found.");
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private static @Nullable Call read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        String[] words = start.split(" ", -1);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                throw new IOException("no HTTP: " + header);
            }
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] target = words[1].replaceFirst("^/v2", "").split("\\?", 2);
        return new Call(words[0], target[0], target.length > 1 ? target[1] : "", headers, body);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            // The port is given back only when nobody listens any more.
            door.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
