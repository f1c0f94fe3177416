package dk.ordrebro.intake.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of the file as it stands there, with the bytes that end it.
 *
 * @param number 1 for the first
 * @param bytes the beginning only, when it is too long
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copied nowhere because it is as long as the file.
record Line(long number, byte[] bytes, boolean tooLong) {

    /** In the charset given; empty where the bytes are no text in it. */
    Optional<String> text(Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** ASCII as it is, everything else as some character: enough to find a number in a line that is no text. */
    String roughText() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean isAscii() {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
