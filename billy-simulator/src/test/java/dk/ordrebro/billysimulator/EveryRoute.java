package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.books.Billy;
import dk.ordrebro.billysimulator.books.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Every route under {@code /v2}, asked of the application itself, so that a new one cannot be forgotten. */
public final class EveryRoute {

    /** Routes that are no resource of their own; {@code RouteTests} sees to it that no kind is missing. */
    public static final List<String> SPECIAL =
            List.of("organization", "user", "bankAccounts", "files", "invoices/none/emails");

    private EveryRoute() {}

    /** A path below {@code /v2}, and the singular key its bodies have. */
    record Path(String path, String singular) {}

    static Stream<Path> paths() {
        Stream<Path> ofResources = Billy.resources().all().stream().flatMap(EveryRoute::ofResource);
        return Stream.concat(
                ofResources,
                SPECIAL.stream().map(path -> new Path(path, path.endsWith("emails") ? "email" : "organization")));
    }

    private static Stream<Path> ofResource(Resource resource) {
        String plural = resource.schema().plural();
        return Stream.of("", "/", "/none", "/none/", "/bulk", "/none/none", "?ids[]=none&ids[]=", "?pageSize=0&page=x")
                .map(rest -> new Path(plural + rest, resource.schema().singular()));
    }
}
