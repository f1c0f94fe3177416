package dk.ordrebro.booking.drain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server that can go silent: it then takes connections and bytes as before and hands nothing on in either direction, as a server
 * that hangs or a network that swallows packets does. What was silent once stays silent.
 */
final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile boolean refusing;

    /** @param serverPort of the server at the loopback address */
    Line(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("line").start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    void goSilent() {
        silent = true;
    }

    /** Whether whoever comes is sent away at once, as by a machine without a server. */
    void refuse(boolean whoeverComes) {
        refusing = whoeverComes;
    }

    private void letIn() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                if (refusing) {
                    client.close();
                } else {
                    Thread.ofVirtual().start(() -> connect(client));
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            open.add(server);
            Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
        } catch (IOException _) {
            // the server is gone, and so is the connection
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (!silent) {
                    out.write(some, 0, read);
                    out.flush();
                } else {
                    swallow(in, some);
                }
            }
        } catch (IOException _) {
            // one side ended it
        }
    }

    /** Until the other side gives up; the far side is told nothing, as by a broken line. */
    private static void swallow(InputStream in, byte[] some) throws IOException {
        int read = 0;
        while (read >= 0) {
            read = in.read(some);
        }
        awaitForever();
    }

    private static void awaitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
