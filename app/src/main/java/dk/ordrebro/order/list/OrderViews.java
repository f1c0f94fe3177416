package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/** The named filters of the list of orders. */
@NamedInterface("list")
public interface OrderViews {

    /** A person has so many of their own, and a company so many that everybody sees. */
    int MOST = 20;

    /** Everybody's, then the person's own, by name. */
    List<OrderView> of(CompanyId company, UserId user);

    /**
     * Saves a view; one of the same name and for the same people is replaced.
     *
     * @return false when there are as many as there may be
     */
    boolean save(CompanyId company, UserId user, OrderView view);

    /** Forgets a view that is everybody's or the person's own; any other is left alone. */
    void remove(CompanyId company, UserId user, UUID view);
}
