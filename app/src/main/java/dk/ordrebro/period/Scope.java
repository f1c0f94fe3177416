package dk.ordrebro.period;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which documents are summed.
 *
 * @param shop empty for all
 * @param from the first day, of the documents
 * @param through the last day, included
 */
public record Scope(
        CompanyId company,
        AccountingIntegrationId accounting,
        Optional<OrderIntegrationId> shop,
        LocalDate from,
        LocalDate through) {}
