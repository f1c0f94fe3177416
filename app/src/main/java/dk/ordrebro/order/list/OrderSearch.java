package dk.ordrebro.order.list;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.order.OrderId;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Finds orders by their words, for whoever lists something of orders. */
@NamedInterface("list")
public interface OrderSearch {

    /** So many orders a search looks at. */
    int MOST = ListQuery.WINDOW;

    /** The orders a search finds, latest purchase first, at most {@link #MOST}. */
    List<OrderId> find(CompanyId company, String typed);
}
