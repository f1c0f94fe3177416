package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.Map;

/** The words orders are found by, for whoever knows more of an order than its shop told. */
public interface OrderWords {

    /** Lets orders be found by something others know of them, such as the number of an invoice. */
    void teach(CompanyId company, List<Map.Entry<OrderId, String>> words);
}
