package dk.ordrebro.intake.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a file into lines, none of which can fill the memory. */
final class Lines implements Closeable {

    /** Longest line, in bytes, and longest row, in characters. */
    static final int MAX = 1 << 20;

    /** How much of a longer one is kept, to tell which order it belongs to. */
    private static final int KEPT_OF_TOO_LONG = 4_096;

    private static final int BUFFER = 1 << 16;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private long number;

    Lines(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, BUFFER);
        skipMark();
    }

    private void skipMark() throws IOException {
        in.mark(UTF_8_MARK.length);
        if (!Arrays.equals(in.readNBytes(UTF_8_MARK.length), UTF_8_MARK)) {
            in.reset();
        }
    }

    /** Empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        long length = 0;
        int read;
        while ((read = in.read()) >= 0) {
            length++;
            if (length <= MAX) {
                bytes.write(read);
            }
            if (read == '\n') {
                break;
            }
        }
        if (length == 0) {
            return Optional.empty();
        }
        number++;
        return Optional.of(line(bytes.toByteArray(), length > MAX));
    }

    private Line line(byte[] bytes, boolean tooLong) {
        return tooLong
                ? new Line(number, Arrays.copyOf(bytes, KEPT_OF_TOO_LONG), true)
                : new Line(number, bytes, false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
