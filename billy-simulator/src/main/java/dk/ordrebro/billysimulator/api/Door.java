package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Companies;
import dk.ordrebro.billysimulator.store.Company;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers every request under {@code /v2}, in Billy's order: body, key, route, work. */
public final class Door {

    /** Called by one client only, and 404 to another. */
    private static final Set<String> RUMOURED =
            Set.of("taxRulesets", "units", "paymentTermsModes", "reports", "webhooks", "bankAccounts", "actionStream");

    private final Companies companies;
    private final Resources resources;
    private final Reads reads;
    private final Writes writes;

    public Door(Companies companies, Resources resources, InstantSource clock) {
        this.companies = companies;
        this.resources = resources;
        this.reads = new Reads(resources);
        this.writes = new Writes(resources, clock);
    }

    /** The company whose key this is, or null for none or an unknown one. */
    public @Nullable Company company(ApiRequest.Headers headers) {
        return headers.token() == null
                ? null
                : companies.withToken(headers.token()).orElse(null);
    }

    /** Never throws for anything a client can send. */
    public ApiAnswer answer(ApiRequest request) {
        try {
            return admitted(request);
        } catch (Refusal refusal) {
            return refused(
                    inTheWayOf(company(request.headers()), refusal),
                    request.headers().danish());
        }
    }

    private static Refusal inTheWayOf(@Nullable Company company, Refusal refusal) {
        return company != null && company.read(() -> Switch.REFUSE_WITH_422.isOn(company.organization()))
                ? refusal.asBrokenRule()
                : refusal;
    }

    /** The answer that a refusal becomes. */
    public static ApiAnswer refused(Refusal refusal, boolean danish) {
        return new ApiAnswer(refusal.status(), Envelope.refusal(refusal, danish), refusal.code(), Effects.NONE);
    }

    @Behaviour(value = "A bad body is refused before the key is looked at", known = Known.PROBED, where = "4")
    @Behaviour(
            value =
                    "An unknown key is refused before the route is looked at; without a key the route is looked at first",
            known = Known.PROBED,
            where = "4")
    private ApiAnswer admitted(ApiRequest request) {
        @Nullable JsonNode body = Bodies.read(request);
        Company company = company(request.headers());
        if (company == null && request.headers().token() != null) {
            throw Refusal.unknownToken();
        }
        if (company != null && isRumoured(company, request)) {
            return Reads.empty(request);
        }
        Route route = Route.of(request.method(), request.segments(), resources);
        if (!Methods.isOpen(route, request.method(), body)) {
            throw Refusal.method(request.method());
        }
        if (company == null) {
            return stranger(route, request);
        }
        return switch (route) {
            case Route.OwnOrganization own -> reads.organization(company, request);
            case Route.Emails(String invoiceId) -> writes.email(company, invoiceId, request, body);
            case Route.Upload upload -> writes.upload(company, request);
            case Route.Closed closed -> throw Refusal.method(request.method());
            case Route.User user ->
                throw Refusal.ordered(403, "FORBIDDEN", "An access token of a company has no user.");
            case Route.Collection(Resource resource) -> collection(company, resource, request, body);
            case Route.One(Resource resource, String id) -> one(company, resource, id, request, body);
        };
    }

    private static boolean isRumoured(Company company, ApiRequest request) {
        return request.method().equals("GET")
                && !request.segments().isEmpty()
                && RUMOURED.contains(request.segments().getFirst())
                && company.read(() -> Switch.RUMOURED_ROUTES.isOn(company.organization()));
    }

    @Behaviour(value = "DELETE of a missing id answers 200 even without a key", known = Known.PROBED, where = "4")
    private ApiAnswer stranger(Route route, ApiRequest request) {
        if (request.method().equals("PATCH")) {
            return Reads.empty(request);
        }
        if (request.method().equals("DELETE")) {
            if (route instanceof Route.Collection(Resource resource)
                    && request.query().all("ids[]").isEmpty()) {
                throw Refusal.deleteIds(resource.schema().plural());
            }
            if (route instanceof Route.One(Resource resource, String id) && !existsAnywhere(resource, id)) {
                return Reads.empty(request);
            }
        }
        throw Refusal.noCredentials();
    }

    private boolean existsAnywhere(Resource resource, String id) {
        return companies.all().stream()
                .anyMatch(company -> company.read(() -> company.find(resource.schema(), id) != null));
    }

    private ApiAnswer collection(Company company, Resource resource, ApiRequest request, @Nullable JsonNode body) {
        return switch (request.method()) {
            case "GET" -> reads.list(company, resource, request);
            case "POST" -> writes.create(company, resource, request, body);
            case "PATCH" -> Reads.empty(request);
            default -> writes.deleteAll(company, resource, request);
        };
    }

    private ApiAnswer one(Company company, Resource resource, String id, ApiRequest request, @Nullable JsonNode body) {
        return switch (request.method()) {
            case "GET" -> reads.one(company, resource, id, request);
            case "PUT" -> writes.update(company, resource, id, request, body);
            default -> writes.delete(company, resource, List.of(id), request);
        };
    }
}
