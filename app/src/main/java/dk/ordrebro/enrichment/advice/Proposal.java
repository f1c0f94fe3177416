package dk.ordrebro.enrichment.advice;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.VatRuleset;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * A choice for a template nobody has filled, with its reasons, for a person to confirm. It is never saved by itself.
 *
 * @param because why this account; stays with {@code account}
 * @param suits whether every typical buyer of the area gets the rate that is due from {@code ruleset}
 */
@NamedInterface("advice")
public record Proposal(Optional<Account> account, Because because, Optional<VatRuleset> ruleset, boolean suits) {

    /** What an account was chosen by. */
    public enum Because {
        /** Its name speaks of freight. */
        NAMED_FREIGHT,
        /** Its name speaks of the area. */
        NAMED_AREA,
        /** It is the first income account that speaks of sales and of no other area. */
        FIRST_SALES
    }

    public boolean isEmpty() {
        return account.isEmpty() && ruleset.isEmpty();
    }
}
