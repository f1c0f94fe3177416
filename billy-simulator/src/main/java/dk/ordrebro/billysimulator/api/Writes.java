package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Outbox;
import dk.ordrebro.billysimulator.books.Records;
import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Resources;
import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.books.Uploads;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Company;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers POST, PUT and DELETE. */
final class Writes {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final Resources resources;
    private final Records records;
    private final Reads reads;
    private final InstantSource clock;

    Writes(Resources resources, InstantSource clock) {
        this.resources = resources;
        this.records = new Records(resources);
        this.reads = new Reads(resources);
        this.clock = clock;
    }

    ApiAnswer create(Company company, Resource resource, ApiRequest request, @Nullable JsonNode body) {
        JsonNode record = Bodies.record(body, resource.schema().singular());
        return changed(company, request, change -> records.create(change, resource, record));
    }

    ApiAnswer update(Company company, Resource resource, String id, ApiRequest request, @Nullable JsonNode body) {
        JsonNode record = Bodies.record(body, resource.schema().singular());
        ApiAnswer all = changed(company, request, change -> records.update(change, resource, id, record));
        return Switch.SINGULAR_PUT_ANSWER.isOn(organization(company))
                ? new ApiAnswer(200, reads.one(company, resource, id, request).body(), null, all.effects())
                : all;
    }

    @Behaviour(
            value = "DELETE /invoices?ids[]=a&ids[]=b deletes several, all or none",
            known = Known.REPORTED,
            where = "2.1")
    ApiAnswer deleteAll(Company company, Resource resource, ApiRequest request) {
        List<String> ids = request.query().all("ids[]");
        if (ids.isEmpty()) {
            throw Refusal.deleteIds(resource.schema().plural());
        }
        return delete(company, resource, ids, request);
    }

    ApiAnswer email(Company company, String invoiceId, ApiRequest request, @Nullable JsonNode body) {
        JsonNode email = Bodies.record(body, "email");
        ApiAnswer sent = changed(company, request, change -> Outbox.send(change, invoiceId, email));
        return Switch.EMPTY_EMAIL_ANSWER.isOn(organization(company)) ? Reads.empty(request) : sent;
    }

    ApiAnswer upload(Company company, ApiRequest request) {
        byte[] content = request.body();
        ApiRequest.Headers headers = request.headers();
        if (content == null) {
            throw Refusal.tooLarge();
        }
        return changed(
                company,
                request,
                change -> Uploads.upload(
                        change, headers.fileName(), headers.contentType(), content, headers.createAttachment()));
    }

    ApiAnswer delete(Company company, Resource resource, List<String> ids, ApiRequest request) {
        return changed(company, request, change -> ids.forEach(id -> records.delete(change, resource, id)));
    }

    @Behaviour(
            value = "POST and PUT answer with every changed record, in arrays under the plural keys",
            known = Known.DOCUMENTED,
            where = "2.1",
            question = 2)
    private ApiAnswer changed(Company company, ApiRequest request, Consumer<Change> work) {
        Done done = company.change(now(company), request.ordered(), fresh -> {
            work.accept(fresh);
            return new Done(fresh, Effects.of(company, fresh));
        });
        Change change = done.change();
        Envelope.Meta meta = Envelope.Meta.deleting(request.startedNanos(), change.deleted());
        byte[] body = Envelope.success(meta, out -> {
            Renderer renderer = new Renderer(out, company, resources, Includes.parse(null), request.baseUri());
            change.changed().forEach((schema, rows) -> {
                if (!rows.isEmpty() && resources.plural(schema.plural()) != null) {
                    renderer.list(schema, rows.values());
                }
            });
        });
        return new ApiAnswer(200, body, null, done.effects());
    }

    /** Datetimes carry no zone, so another zone is another moment. */
    private Instant now(Company company) {
        Instant now = clock.instant();
        return Switch.LOCAL_TIME.isOn(organization(company))
                ? LocalDateTime.ofInstant(now, DENMARK).toInstant(ZoneOffset.UTC)
                : now;
    }

    private static Row organization(Company company) {
        return company.read(company::organization);
    }

    private record Done(Change change, Effects effects) {}
}
