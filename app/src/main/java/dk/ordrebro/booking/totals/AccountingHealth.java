package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.Instant;
import org.springframework.modulith.NamedInterface;

/**
 * How an accounting program behaves towards us.
 *
 * @param code name of the {@code Problem.Code} it turns us away with
 * @param detail its own words or the cause
 * @param since when it began
 */
@NamedInterface("totals")
public record AccountingHealth(
        CompanyId company, AccountingIntegrationId accounting, String code, String detail, Instant since) {

    /** Whether only a person can help: another try with the same key leads to the same answer. */
    public boolean needsAPerson() {
        return code.equals("KEY_REFUSED") || code.equals("COMPANY_CLOSED");
    }
}
