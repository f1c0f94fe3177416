package dk.ordrebro.booking.totals;

import dk.ordrebro.accounting.DocumentType;
import dk.ordrebro.accounting.Standing;
import dk.ordrebro.integration.OrderIntegrationId;
import java.time.LocalDate;
import org.joda.money.Money;
import org.springframework.modulith.NamedInterface;

/**
 * How many documents of one day, shop, kind and currency stand so in the books.
 *
 * @param day of the documents
 * @param gross what they are worth together, as the drafts were frozen; positive on credit notes too
 */
@NamedInterface("totals")
public record Documents(
        LocalDate day, OrderIntegrationId shop, DocumentType type, Standing standing, long documents, Money gross) {}
