package dk.ordrebro.vies;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question to the register and its outcome, kept for as long as the books are.
 *
 * @param requester our own number, if it was sent
 * @param result of the three there are; only the first two are about the number
 * @param obstacle why nothing was told; null unless the result is {@link Result#NOT_TOLD}
 * @param at when it was asked
 * @param proof the register's own number for this question ("consultation number"); null when it gave none
 * @param name of the holder, as the member state tells it; null where it tells none
 * @param address of the holder
 * @param who asked
 */
public record Consultation(
        CompanyId company,
        UUID id,
        VatNumber number,
        @Nullable VatNumber requester,
        Result result,
        @Nullable Obstacle obstacle,
        Instant at,
        @Nullable String proof,
        @Nullable String name,
        @Nullable String address,
        String who) {

    /** What the register said of a number. */
    public enum Result {
        REGISTERED,
        NOT_REGISTERED,
        NOT_TOLD
    }

    public boolean isTold() {
        return result != Result.NOT_TOLD;
    }
}
