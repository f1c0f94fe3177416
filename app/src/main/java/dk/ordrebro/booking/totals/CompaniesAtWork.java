package dk.ordrebro.booking.totals;

import dk.ordrebro.access.CompanyId;
import java.util.Collection;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** What waits in many companies at once; the caller has made sure that the reader belongs to each of them. */
@NamedInterface("totals")
public interface CompaniesAtWork {

    /** In a handful of questions, however many companies there are. Companies in which nothing waits may be left out. */
    Map<CompanyId, AtWork> of(Collection<CompanyId> companies);
}
