package dk.ordrebro.database.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a stream with a passphrase. A head (words that name the format, salt, rounds, a check of the passphrase) is followed by pieces of up to a
 * megabyte, each sealed with AES-256-GCM under its number and whether it is the last: a piece that is changed, moved, left out or cut off is
 * noticed. The key comes from the passphrase by PBKDF2 with HMAC-SHA-256 (RFC 8018), in the rounds that OWASP's Password Storage Cheat Sheet asks for.
 */
final class Envelope {

    private static final byte[] FORMAT = "ordrebro backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 100_000_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int CHECK_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PIECE = 1 << 20;
    private static final int MORE = 0;
    private static final int LAST = 1;

    private Envelope() {}

    /** Writes the head, and answers with a stream whose end must be told by closing it. */
    static OutputStream seal(OutputStream file, char[] passphrase, SecureRandom random) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Keys keys = Keys.of(passphrase, salt, ROUNDS);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file));
        out.write(FORMAT);
        out.write(salt);
        out.writeInt(ROUNDS);
        out.write(keys.check(salt));
        return new Sealing(out, keys.piece);
    }

    /**
     * Reads the head.
     *
     * @param file named in messages
     * @throws BackupUnusable when it is no backup or the passphrase is not the one it was made with; reading on, when it was changed or cut
     */
    static InputStream open(InputStream in, Path file, char[] passphrase) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] format = data.readNBytes(FORMAT.length);
        if (!Arrays.equals(format, FORMAT)) {
            throw new BackupUnusable(file + " is no backup of Ordrebro, or one of a newer version.");
        }
        try {
            byte[] salt = new byte[SALT_BYTES];
            data.readFully(salt);
            int rounds = data.readInt();
            byte[] check = new byte[CHECK_BYTES];
            data.readFully(check);
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new BackupUnusable(file + " is damaged: its head makes no sense.");
            }
            Keys keys = Keys.of(passphrase, salt, rounds);
            if (!MessageDigest.isEqual(check, keys.check(salt))) {
                throw new BackupUnusable("The passphrase is not the one that " + file + " was made with.");
            }
            return new Opening(data, keys.piece, file);
        } catch (EOFException e) {
            throw cut(file, e);
        }
    }

    private static BackupUnusable cut(Path file, Exception cause) {
        return new BackupUnusable(file + " is cut off: its end is missing. Nothing was restored.", cause);
    }

    private record Keys(SecretKeySpec piece, SecretKeySpec checking) {

        static Keys of(char[] passphrase, byte[] salt, int rounds) {
            try {
                byte[] both = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(new PBEKeySpec(passphrase, salt, rounds, 2 * KEY_BYTES * Byte.SIZE))
                        .getEncoded();
                return new Keys(
                        new SecretKeySpec(both, 0, KEY_BYTES, "AES"),
                        new SecretKeySpec(both, KEY_BYTES, KEY_BYTES, "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA256", e);
            }
        }

        byte[] check(byte[] salt) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(checking);
                mac.update(FORMAT);
                return mac.doFinal(salt);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has HmacSHA256", e);
            }
        }
    }

    /** The key is of this file alone, since its salt is, so a number is nonce enough. */
    private static Cipher cipher(int mode, SecretKeySpec key, long number, int last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce =
                ByteBuffer.allocate(NONCE_BYTES).putInt(last).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static final class Sealing extends OutputStream {

        private final DataOutputStream out;
        private final SecretKeySpec key;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        private long number;
        private boolean closed;

        Sealing(DataOutputStream out, SecretKeySpec key) {
            this.out = out;
            this.key = key;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int start = from;
            int left = count;
            while (left > 0) {
                if (piece.size() == PIECE) {
                    end(MORE);
                }
                int some = Math.min(left, PIECE - piece.size());
                piece.write(bytes, start, some);
                start += some;
                left -= some;
            }
        }

        private void end(int last) throws IOException {
            try {
                byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(piece.toByteArray());
                out.writeByte(last);
                out.writeInt(sealed.length);
                out.write(sealed);
                piece.reset();
            } catch (GeneralSecurityException e) {
                throw new IOException("A piece cannot be sealed", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                end(LAST);
                out.close();
            }
        }
    }

    private static final class Opening extends InputStream {

        private final DataInputStream in;
        private final SecretKeySpec key;
        private final Path file;
        private byte[] piece = new byte[0];
        private int next;
        private long number;
        private boolean last;

        Opening(DataInputStream in, SecretKeySpec key, Path file) {
            this.in = in;
            this.key = key;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            while (next == piece.length) {
                if (last) {
                    return -1;
                }
                nextPiece();
            }
            int some = Math.min(count, piece.length - next);
            System.arraycopy(piece, next, bytes, from, some);
            next += some;
            return some;
        }

        private void nextPiece() throws IOException {
            try {
                int kind = in.readByte();
                int length = in.readInt();
                if ((kind != MORE && kind != LAST) || length < 0 || length > 2 * PIECE) {
                    throw new BackupUnusable(file + " is damaged. Nothing was restored.");
                }
                byte[] sealed = new byte[length];
                in.readFully(sealed);
                piece = cipher(Cipher.DECRYPT_MODE, key, number++, kind).doFinal(sealed);
                next = 0;
                last = kind == LAST;
                if (last && in.read() >= 0) {
                    throw new BackupUnusable(
                            file + " is damaged: something was added at its end. Nothing was restored.");
                }
            } catch (EOFException e) {
                throw cut(file, e);
            } catch (GeneralSecurityException e) {
                throw new BackupUnusable(file + " is damaged. Nothing was restored.", e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
