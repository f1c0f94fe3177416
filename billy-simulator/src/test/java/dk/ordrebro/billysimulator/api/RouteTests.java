package dk.ordrebro.billysimulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.EveryRoute;
import dk.ordrebro.billysimulator.books.Billy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteTests {

    @Test
    void hasNoKindOfRouteThatTheFuzzingForgets() {
        Set<Class<?>> met = new HashSet<>();
        Stream.concat(EveryRoute.SPECIAL.stream(), Stream.of("invoices", "invoices/none"))
                .map(path -> List.of(path.split("/")))
                .forEach(path ->
                        met.add(Route.of("POST", path, Billy.resources()).getClass()));

        assertThat(met).containsExactlyInAnyOrder(Route.class.getPermittedSubclasses());
        assertThat(Arrays.asList(Route.class.getPermittedSubclasses())).isNotEmpty();
    }
}
