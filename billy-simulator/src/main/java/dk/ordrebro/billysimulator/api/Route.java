package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.refusal.Refusal;
import java.util.List;

/** Where a path under {@code /v2} leads. */
sealed interface Route {

    /** {@code /invoices} */
    record Collection(Resource resource) implements Route {}

    /** {@code /invoices/id} */
    record One(Resource resource, String id) implements Route {}

    /** {@code /organization}: the company of the token. */
    record OwnOrganization() implements Route {}

    /** {@code /user}: there is none behind a company's token. */
    record User() implements Route {}

    @Behaviour(value = "Collection and record paths may end in a slash", known = Known.REPORTED, where = "2.1")
    @Behaviour(value = "/user/organizations answers 404", known = Known.PROBED, where = "1")
    static Route of(List<String> segments, Resources resources) {
        if (segments.equals(List.of("organization"))) {
            return new OwnOrganization();
        }
        if (segments.equals(List.of("user"))) {
            return new User();
        }
        Resource resource = segments.isEmpty() ? null : resources.plural(segments.getFirst());
        if (resource == null || segments.size() > 2) {
            throw Refusal.unknownRoute();
        }
        return segments.size() == 1 ? new Collection(resource) : new One(resource, segments.get(1));
    }
}
