package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.api.Query;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin door: {@link Admin} over HTTP under {@code /admin}. It has no lock of its own; keep it on loopback. */
public final class AdminDoor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Admin admin;

    public AdminDoor(Admin admin) {
        this.admin = admin;
    }

    /** A complete answer in JSON. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Answer(int status, byte[] body) {
        private static final Answer DONE = ok(Map.of());

        static Answer ok(Object value) {
            return new Answer(200, JSON.writeValueAsBytes(value));
        }

        static Answer error(int status, String message) {
            return new Answer(status, JSON.writeValueAsBytes(Map.of("error", message)));
        }

        static Answer doneIf(boolean found, String what) {
            return found ? DONE : error(404, "no " + what);
        }
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.DONE;
    }

    public Answer answer(String method, List<String> path, Query query, byte @Nullable [] body) {
        try {
            return route(method, path, query, read(body));
        } catch (NoSuchElementException nothing) {
            return Answer.error(404, String.valueOf(nothing.getMessage()));
        } catch (IllegalArgumentException | DateTimeException | JacksonException | UncheckedIOException wrong) {
            return Answer.error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static JsonNode read(byte @Nullable [] body) {
        if (body == null) {
            throw new IllegalArgumentException("the body is too large");
        }
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(new String(body, StandardCharsets.UTF_8));
    }

    private Answer route(String method, List<String> path, Query query, JsonNode body) {
        if (path.size() > 1 && path.getFirst().equals("companies")) {
            return company(method, path.get(1), path.subList(2, path.size()), body);
        }
        return switch (method + " " + String.join("/", path)) {
            case "GET health" -> Answer.ok(Map.of("status", "up"));
            case "POST companies" -> Answer.ok(admin.createCompany(CompanyJson.read(body)));
            case "GET companies" ->
                Answer.ok(admin.companies().stream().map(CompanyJson::shown).toList());
            case "GET faults" ->
                Answer.ok(
                        admin.faults().ordered().stream().map(FaultJson::shown).toList());
            case "POST faults" -> Answer.ok(Map.of("id", admin.faults().order(FaultJson.read(body))));
            case "DELETE faults" -> done(admin.faults()::clear);
            case "GET log" -> Answer.ok(log(query));
            case "POST reset" -> done(admin::reset);
            case "POST reset-counters" -> done(admin::resetCounters);
            case "POST snapshot" -> done(where(body, admin::snapshotToFile, admin::snapshot));
            case "POST restore" -> done(where(body, admin::restoreFromFile, admin::restore));
            default ->
                path.size() == 2 && method.equals("DELETE") && path.getFirst().equals("faults")
                        ? Answer.doneIf(admin.faults().cancel(Integer.parseInt(path.get(1))), "fault " + path.get(1))
                        : unknown(method, path);
        };
    }

    private static Answer unknown(String method, List<String> path) {
        return Answer.error(404, "no route " + method + " " + String.join("/", path));
    }

    /** Work on the file or the folder that a body names. */
    private static Runnable where(JsonNode body, Consumer<Path> withFile, Consumer<Path> withFolder) {
        String file = CompanyJson.text(body, "file", "");
        String folder = CompanyJson.text(body, "folder", "");
        if (file.isEmpty() == folder.isEmpty()) {
            throw new IllegalArgumentException("either file or folder");
        }
        return file.isEmpty() ? () -> withFolder.accept(Path.of(folder)) : () -> withFile.accept(Path.of(file));
    }

    private Answer company(String method, String id, List<String> path, JsonNode body) {
        String first = path.isEmpty() ? "" : path.getFirst();
        return switch (method + " " + first + "/".repeat(Math.max(0, path.size() - 1))) {
            case "GET " -> Answer.ok(CompanyJson.shown(admin.company(id)));
            case "PATCH " -> changed(id, body);
            case "DELETE " -> done(() -> admin.deleteCompany(id));
            case "GET keys" -> Answer.ok(CompanyJson.keys(admin.company(id)));
            case "POST keys" ->
                Answer.ok(Map.of("accessToken", admin.createKey(id, CompanyJson.text(body, "name", "Nøgle"))));
            case "DELETE keys/" -> Answer.doneIf(admin.revokeKey(id, path.get(1)), "key " + path.get(1));
            case "GET counters" -> Answer.ok(admin.counters(admin.company(id).id()));
            case "GET outbox" -> Answer.ok(admin.outbox(id));
            case "POST archive-account" ->
                done(() -> admin.archiveAccount(
                        id,
                        body.path("accountNo").asInt(0),
                        body.path("archived").asBoolean(true)));
            case "POST void-invoice/" -> done(() -> admin.voidInvoice(id, path.get(1)));
            case "DELETE records//" -> done(() -> admin.deleteRecord(id, path.get(1), path.get(2)));
            default -> unknown(method, path);
        };
    }

    private Answer changed(String organizationId, JsonNode body) {
        if (body.has("fiscalLockingDate")) {
            admin.lockPeriod(organizationId, CompanyJson.lockedUntil(body));
        }
        if (body.has("invoiceNoMode")) {
            admin.numberInvoices(organizationId, CompanyJson.numberMode(body, ""));
        }
        if (body.has("vatRounding")) {
            admin.roundVat(organizationId, CompanyJson.vatRounding(body));
        }
        return Answer.ok(CompanyJson.shown(admin.company(organizationId)));
    }

    private List<LogEntry> log(Query query) {
        String company = query.get("company");
        return admin.log().entries().stream()
                .filter(entry -> company == null || company.equals(entry.companyId()))
                .toList();
    }
}
