package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Company;
import dk.ordrebro.billysimulator.store.Deviation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers GET. */
final class Reads {

    private final Resources resources;

    Reads(Resources resources) {
        this.resources = resources;
    }

    @Behaviour(value = "GET /organization gives the company of the token", known = Known.DOCUMENTED, where = "1")
    ApiAnswer organization(Company company, ApiRequest request) {
        return company.read(() -> single(company, company.organization(), request));
    }

    @Behaviour(
            value = "GET one answers with the record under its singular key",
            known = Known.DOCUMENTED,
            where = "2.1")
    ApiAnswer one(Company company, Resource resource, String id, ApiRequest request) {
        return company.read(() -> {
            Row row = company.find(resource.schema(), id);
            if (row == null) {
                throw Refusal.notFound(resource.schema().singular(), id);
            }
            return single(company, row, request);
        });
    }

    private ApiAnswer single(Company company, Row row, ApiRequest request) {
        Envelope.Meta meta = Envelope.Meta.plain(request.startedNanos());
        return ok(Envelope.success(meta, out -> {
            Includes includes = Includes.parse(request.query().get("include"));
            Renderer renderer = new Renderer(out, company, resources, includes, request.baseUri());
            renderer.one(row);
            renderer.sideloads(null);
        }));
    }

    @Behaviour(
            value = "A list answers with meta.paging and the records under their plural key",
            known = Known.DOCUMENTED,
            where = "2.1")
    ApiAnswer list(Company company, Resource resource, ApiRequest request) {
        return company.read(() -> {
            boolean deaf = request.ordered().contains(Deviation.IGNORE_FILTERS);
            Page page = Listing.page(company, resource.schema(), request.query(), deaf);
            Envelope.Meta meta = new Envelope.Meta(request.startedNanos(), page, url(request), Map.of());
            return ok(Envelope.success(meta, out -> {
                Includes includes = Includes.parse(request.query().get("include"));
                Renderer renderer = new Renderer(out, company, resources, includes, request.baseUri());
                renderer.list(resource.schema(), page.rows());
                renderer.sideloads(resource.schema());
            }));
        });
    }

    private static String url(ApiRequest request) {
        StringBuilder url = new StringBuilder(request.baseUri()).append("/v2/");
        url.append(String.join("/", request.segments())).append('?');
        request.query().parameters().forEach((name, values) -> {
            if (!name.equals("page")) {
                values.forEach(value -> url.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&'));
            }
        });
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Success and nothing to say. */
    static ApiAnswer empty(ApiRequest request) {
        return ok(Envelope.success(Envelope.Meta.plain(request.startedNanos()), out -> {}));
    }

    private static ApiAnswer ok(byte[] body) {
        return new ApiAnswer(200, body, null, Effects.NONE);
    }
}
