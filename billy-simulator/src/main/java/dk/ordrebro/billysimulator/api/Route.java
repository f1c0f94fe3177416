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

    /** {@code /invoices/id/emails} */
    record Emails(String invoiceId) implements Route {}

    /** {@code /files}, where a POST is no JSON. */
    record Upload() implements Route {}

    /** A route that is there and closed to every method. */
    record Closed() implements Route {}

    /** {@code /organization}: the company of the token. */
    record OwnOrganization() implements Route {}

    /** {@code /user}: there is none behind a company's token. */
    record User() implements Route {}

    @Behaviour(value = "Collection and record paths may end in a slash", known = Known.REPORTED, where = "2.1")
    @Behaviour(value = "/user/organizations answers 404", known = Known.PROBED, where = "1")
    @Behaviour(value = "/bankAccounts answers 405 to GET", known = Known.REPORTED, where = "14", question = 23)
    static Route of(String method, List<String> segments, Resources resources) {
        if (segments.equals(List.of("organization"))) {
            return new OwnOrganization();
        }
        if (segments.equals(List.of("user"))) {
            return new User();
        }
        if (segments.size() == 3
                && segments.getFirst().equals("invoices")
                && segments.getLast().equals("emails")) {
            return new Emails(segments.get(1));
        }
        if (method.equals("POST") && segments.equals(List.of("files"))) {
            return new Upload();
        }
        if (segments.equals(List.of("bankAccounts"))) {
            return new Closed();
        }
        Resource resource = segments.isEmpty() ? null : resources.plural(segments.getFirst());
        if (resource == null || segments.size() > 2) {
            throw Refusal.unknownRoute();
        }
        return segments.size() == 1 ? new Collection(resource) : new One(resource, segments.get(1));
    }
}
