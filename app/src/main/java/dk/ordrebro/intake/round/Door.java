package dk.ordrebro.intake.round;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The name of the door a shop's webhooks come in through: both ids in one word of 43 characters. It is no secret; the signature counts. */
record Door(CompanyId company, OrderIntegrationId shop) {

    private static final int BYTES = 32;

    static Optional<Door> parse(String word) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(word);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer ids = ByteBuffer.wrap(bytes);
            return Optional.of(new Door(
                    new CompanyId(new UUID(ids.getLong(), ids.getLong())),
                    new OrderIntegrationId(new UUID(ids.getLong(), ids.getLong()))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(company.value().getMostSignificantBits())
                .putLong(company.value().getLeastSignificantBits())
                .putLong(shop.value().getMostSignificantBits())
                .putLong(shop.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
