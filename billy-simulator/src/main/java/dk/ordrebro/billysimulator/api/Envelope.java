package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The wrapping of every answer. */
@Behaviour(
        value = "meta has statusCode, success and, on success, time in seconds",
        known = Known.RECORDED,
        where = "2.1")
@Behaviour(value = "Success is 200 for POST, PUT and DELETE too", known = Known.REPORTED, where = "2.1")
final class Envelope {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NANOS_DECIMALS = 9;
    private static final int TIME_DECIMALS = 4;

    private Envelope() {}

    /** What stands in meta beside the status. */
    record Meta(
            long startedNanos,
            @Nullable Page page,
            @Nullable String listUrl,
            Map<Schema, Set<String>> deleted) {
        static Meta plain(long startedNanos) {
            return new Meta(startedNanos, null, null, Map.of());
        }

        static Meta deleting(long startedNanos, Map<Schema, Set<String>> deleted) {
            return new Meta(startedNanos, null, null, deleted);
        }
    }

    static byte[] success(Meta meta, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            meta(out, meta);
            content.accept(out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void meta(JsonGenerator out, Meta meta) {
        out.writeName("meta");
        out.writeStartObject();
        out.writeName("statusCode");
        out.writeNumber(200);
        out.writeName("success");
        out.writeBoolean(true);
        if (meta.page() != null) {
            paging(out, meta.page(), meta.listUrl());
        }
        if (!meta.deleted().isEmpty()) {
            deleted(out, meta.deleted());
        }
        out.writeName("time");
        out.writeNumber(BigDecimal.valueOf(System.nanoTime() - meta.startedNanos(), NANOS_DECIMALS)
                .setScale(TIME_DECIMALS, java.math.RoundingMode.HALF_UP));
        out.writeEndObject();
    }

    @Behaviour(value = "meta.paging has page, pageCount, pageSize and total", known = Known.RECORDED, where = "3")
    @Behaviour(
            value = "firstUrl, previousUrl, nextUrl and lastUrl are absolute, and absent when there is nothing to link",
            known = Known.DOCUMENTED,
            where = "3")
    private static void paging(JsonGenerator out, Page page, @Nullable String listUrl) {
        out.writeName("paging");
        out.writeStartObject();
        number(out, "page", page.number());
        number(out, "pageCount", page.pageCount());
        number(out, "pageSize", page.size());
        number(out, "total", page.total());
        if (listUrl != null && page.pageCount() > 1) {
            link(out, "firstUrl", listUrl, 1);
            if (page.number() > 1) {
                link(out, "previousUrl", listUrl, page.number() - 1L);
            }
            if (page.number() < page.pageCount()) {
                link(out, "nextUrl", listUrl, page.number() + 1L);
            }
            link(out, "lastUrl", listUrl, page.pageCount());
        }
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
    }

    private static void link(JsonGenerator out, String name, String listUrl, long page) {
        out.writeName(name);
        out.writeString(listUrl + "page=" + page);
    }

    @Behaviour(value = "Deleted ids stand in meta.deletedRecords by plural", known = Known.DOCUMENTED, where = "2.1")
    private static void deleted(JsonGenerator out, Map<Schema, Set<String>> deleted) {
        out.writeName("deletedRecords");
        out.writeStartObject();
        deleted.forEach((schema, ids) -> {
            out.writeName(schema.plural());
            out.writeStartArray();
            ids.forEach(out::writeString);
            out.writeEndArray();
        });
        out.writeEndObject();
    }

    @Behaviour(
            value =
                    "An error has meta, errorCode, errorMessage, helpUrl and, for a validation, validationErrors with a message by singular resource",
            known = Known.RECORDED,
            where = "4",
            question = 6)
    static byte[] refusal(Refusal refusal, boolean danish) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        String message = refusal.text().in(danish);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeName("meta");
            out.writeStartObject();
            number(out, "statusCode", refusal.status());
            out.writeName("success");
            out.writeBoolean(false);
            out.writeEndObject();
            text(out, "errorMessage", refusal.invalidResource() == null ? message : "Invalid record");
            text(out, "errorCode", refusal.code());
            text(out, "helpUrl", "https://www.billy.dk/support/");
            if (refusal.invalidResource() != null) {
                out.writeName("validationErrors");
                out.writeStartObject();
                out.writeName(refusal.invalidResource());
                out.writeStartObject();
                text(out, "message", message);
                out.writeEndObject();
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }
}
