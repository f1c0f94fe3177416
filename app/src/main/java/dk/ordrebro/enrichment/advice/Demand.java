package dk.ordrebro.enrichment.advice;

import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.Placement;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.order.Order;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * How many of some orders need each template.
 *
 * @param looked how many orders were looked at
 * @param unplaced how many of them went where nobody can tell the area yet
 */
@NamedInterface("advice")
public record Demand(int looked, int unplaced, Map<TemplateKind, Map<Area, Integer>> needed) {

    public int of(TemplateKind kind, Area area) {
        return needed.getOrDefault(kind, Map.of()).getOrDefault(area, 0);
    }

    static Demand of(List<Order> orders, Territories territories) {
        int unplaced = 0;
        Map<TemplateKind, Map<Area, Integer>> needed = new EnumMap<>(TemplateKind.class);
        for (Order order : orders) {
            if (territories.place(order.delivery()) instanceof Placement.Placed(var territory, var certain)) {
                kinds(order)
                        .forEach(kind -> needed.computeIfAbsent(kind, any -> new EnumMap<>(Area.class))
                                .merge(territory.area(), 1, Integer::sum));
            } else {
                unplaced++;
            }
        }
        return new Demand(orders.size(), unplaced, needed);
    }

    private static Set<TemplateKind> kinds(Order order) {
        return order.lines().stream()
                .filter(line -> line.quantity().signum() != 0)
                .flatMap(line -> kinds(line.kind()))
                .collect(Collectors.toSet());
    }

    /** The template a line takes; a fee goes with freight until there is one for fees. */
    private static Stream<TemplateKind> kinds(LineKind kind) {
        return switch (kind) {
            case ITEM, DISCOUNT -> Stream.of(TemplateKind.ITEM);
            case FREIGHT -> Stream.of(TemplateKind.FREIGHT);
            case FEE -> Stream.of(TemplateKind.FREIGHT, TemplateKind.FEE);
            case GIFT_CARD -> Stream.of(TemplateKind.GIFT_CARD);
        };
    }
}
