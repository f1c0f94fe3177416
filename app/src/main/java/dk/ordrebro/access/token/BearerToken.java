package dk.ordrebro.access.token;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.guard.Sha256;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The text of an API token: company, token id and 256 secret bits. It says where its row is, so that it is found by primary key.
 *
 * @param secret in hexadecimal
 */
record BearerToken(CompanyId company, ApiTokenId id, String secret) {

    static final int SECRET_BYTES = 32;

    /** Lets secret scanners know one when they see it. */
    private static final String PREFIX = "ordrebro_";

    private static final int LENGTH = 16 + 16 + SECRET_BYTES;

    static Optional<BearerToken> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return bytes.length == LENGTH ? Optional.of(read(ByteBuffer.wrap(bytes))) : Optional.empty();
    }

    private static BearerToken read(ByteBuffer bytes) {
        var company = new CompanyId(new UUID(bytes.getLong(), bytes.getLong()));
        var id = new ApiTokenId(new UUID(bytes.getLong(), bytes.getLong()));
        byte[] secret = new byte[SECRET_BYTES];
        bytes.get(secret);
        return new BearerToken(company, id, HexFormat.of().formatHex(secret));
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        put(bytes, company.value());
        put(bytes, id.value());
        bytes.put(HexFormat.of().parseHex(secret));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    byte[] secretHash() {
        return Sha256.of(HexFormat.of().parseHex(secret));
    }

    @Override
    public String toString() {
        return "BearerToken[" + id + "]";
    }
}
