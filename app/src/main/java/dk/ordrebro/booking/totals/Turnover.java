package dk.ordrebro.booking.totals;

import dk.ordrebro.enrichment.place.Area;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What was settled on one day, in one area and one currency. Credit notes count with a minus.
 *
 * @param day of the documents
 * @param area null where the trail of the documents names none
 * @param documents invoices and credit notes together
 */
@NamedInterface("totals")
public record Turnover(LocalDate day, @Nullable Area area, long documents, Money net, Money vat) {}
