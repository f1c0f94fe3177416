package dk.ordrebro.order;

import java.nio.charset.StandardCharsets;

/** What a shop sent, byte for byte, never changed. */
public final class Raw {

    private final byte[] bytes;

    private Raw(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Raw of(byte[] bytes) {
        return new Raw(bytes.clone());
    }

    public static Raw of(String text) {
        return new Raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** For people: the bytes read as UTF-8. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
