package dk.ordrebro.order.list;

import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * A filter of the list of orders that somebody gave a name.
 *
 * @param shared whether everybody in the company sees it; otherwise only who saved it
 * @param query the filter as the pages write it in an address
 */
@NamedInterface("list")
public record OrderView(UUID id, String name, boolean shared, String query) {}
