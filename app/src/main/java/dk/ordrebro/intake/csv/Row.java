package dk.ordrebro.intake.csv;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A row of the file: a line, or several where a quoted field has line breaks in it. */
sealed interface Row {

    /** Number of its first line. */
    long number();

    /** Fields as they stand, as many as there are columns. */
    record Fields(List<Line> lines, List<String> values) implements Row {

        @Override
        public long number() {
            return lines.getFirst().number();
        }

        /** In bytes. */
        long length() {
            return lines.stream().mapToLong(line -> line.bytes().length).sum();
        }

        byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            lines.forEach(line -> bytes.writeBytes(line.bytes()));
            return bytes.toByteArray();
        }
    }

    /**
     * Not to be split into fields.
     *
     * @param start its first line as far as it can be read, to tell which order it belongs to
     */
    record Broken(long number, Fault fault, Start start) implements Row {}

    /** What is known of the beginning of a broken row. */
    sealed interface Start {

        /** The fields there are, too few or too many. */
        record Split(List<String> values) implements Start {}

        record Text(String text) implements Start {}
    }
}
