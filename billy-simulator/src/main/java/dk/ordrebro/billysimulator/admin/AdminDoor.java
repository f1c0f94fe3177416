package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.api.Query;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.store.Company;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
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
        static Answer ok(Object value) {
            return new Answer(200, JSON.writeValueAsBytes(value));
        }

        static Answer error(int status, String message) {
            return new Answer(status, JSON.writeValueAsBytes(Map.of("error", message)));
        }
    }

    public Answer answer(String method, List<String> path, Query query, byte @Nullable [] body) {
        try {
            return route(method, path, query, read(body));
        } catch (NoSuchElementException nothing) {
            return Answer.error(404, String.valueOf(nothing.getMessage()));
        } catch (IllegalArgumentException | DateTimeException | JacksonException wrong) {
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
        String route =
                method + " /" + (path.isEmpty() ? "" : path.getFirst()) + "/".repeat(Math.max(0, path.size() - 1));
        return switch (route) {
            case "GET /health" -> Answer.ok(Map.of("status", "up"));
            case "POST /companies" -> created(body);
            case "GET /companies" ->
                Answer.ok(admin.companies().stream().map(this::shown).toList());
            case "GET /companies/" -> Answer.ok(shown(admin.company(path.get(1))));
            case "PATCH /companies/" -> changed(path.get(1), body);
            case "DELETE /companies/" -> {
                admin.deleteCompany(path.get(1));
                yield Answer.ok(Map.of());
            }
            case "POST /companies//", "GET /companies//" -> ofCompany(method, path, body);
            case "DELETE /companies///", "POST /companies///" -> ofRecord(method, path);
            case "DELETE /companies////" -> {
                admin.deleteRecord(path.get(1), path.get(3), path.get(4));
                yield Answer.ok(Map.of());
            }
            case "GET /log" -> Answer.ok(log(query));
            case "POST /reset" -> {
                admin.reset();
                yield Answer.ok(Map.of());
            }
            case "POST /reset-counters" -> {
                admin.resetCounters();
                yield Answer.ok(Map.of());
            }
            case "POST /snapshot" -> {
                admin.snapshot(Path.of(text(body, "folder", "")));
                yield Answer.ok(Map.of());
            }
            case "POST /restore" -> {
                admin.restore(Path.of(text(body, "folder", "")));
                yield Answer.ok(Map.of());
            }
            default -> Answer.error(404, "no route " + method + " /admin/" + String.join("/", path));
        };
    }

    private Answer created(JsonNode body) {
        return Answer.ok(admin.createCompany(newCompany(body)));
    }

    private static NewCompany newCompany(JsonNode body) {
        NewCompany plain = NewCompany.named(text(body, "name", "Testbutik"));
        String locked = text(body, "fiscalLockingDate", "");
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        body.path("switches").forEach(name -> switches.add(Switch.valueOf(name.asString())));
        return plain.withCurrency(text(body, "currency", plain.currency()))
                .withNumbers(
                        numberMode(body, plain.invoiceNoMode()),
                        body.path("nextInvoiceNo").asInt(1))
                .withVat(body.path("hasVat").asBoolean(true), taxMode(body))
                .lockedUntil(locked.isEmpty() ? null : LocalDate.parse(locked))
                .withChart(
                        NewCompany.Chart.valueOf(text(body, "chart", "danish").toUpperCase(Locale.ROOT)))
                .withSwitches(switches);
    }

    private static String numberMode(JsonNode body, String otherwise) {
        return oneOf(text(body, "invoiceNoMode", otherwise), List.of("sequential", "manual"));
    }

    private static String taxMode(JsonNode body) {
        return oneOf(text(body, "defaultTaxMode", "excl"), List.of("incl", "excl"));
    }

    private static String oneOf(String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(value + " is none of " + choices);
        }
        return value;
    }

    private Answer changed(String organizationId, JsonNode body) {
        if (body.has("fiscalLockingDate")) {
            String locked = text(body, "fiscalLockingDate", "");
            admin.lockPeriod(organizationId, locked.isEmpty() ? null : LocalDate.parse(locked));
        }
        if (body.has("invoiceNoMode")) {
            admin.numberInvoices(organizationId, numberMode(body, ""));
        }
        return Answer.ok(shown(admin.company(organizationId)));
    }

    private Answer ofCompany(String method, List<String> path, JsonNode body) {
        String organizationId = path.get(1);
        return switch (method + " " + path.get(2)) {
            case "POST keys" ->
                Answer.ok(Map.of(
                        "accessToken",
                        admin.createKey(admin.company(organizationId).id(), text(body, "name", "Nøgle"))));
            case "GET counters" ->
                Answer.ok(admin.counters(admin.company(organizationId).id()));
            case "POST archive-account" -> {
                admin.archiveAccount(
                        organizationId,
                        body.path("accountNo").asInt(0),
                        body.path("archived").asBoolean(true));
                yield Answer.ok(Map.of());
            }
            default -> Answer.error(404, "no route " + method + " /admin/" + String.join("/", path));
        };
    }

    private Answer ofRecord(String method, List<String> path) {
        switch (method + " " + path.get(2)) {
            case "DELETE keys" -> {
                if (!admin.revokeKey(path.get(1), path.get(3))) {
                    return Answer.error(404, "no key " + path.get(3));
                }
            }
            case "POST void-invoice" -> admin.voidInvoice(path.get(1), path.get(3));
            default -> {
                return Answer.error(404, "no route " + method + " /admin/" + String.join("/", path));
            }
        }
        return Answer.ok(Map.of());
    }

    private Map<String, @Nullable Object> shown(Company company) {
        return company.read(() -> {
            var row = company.organization();
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            shown.put("organizationId", row.id());
            shown.put("name", row.get(Organization.NAME));
            shown.put("currency", row.get(Organization.BASE_CURRENCY_ID));
            shown.put("invoiceNoMode", row.get(Organization.INVOICE_NO_MODE));
            shown.put("nextInvoiceNo", row.get(Organization.NEXT_INVOICE_NO));
            LocalDate locked = row.get(Organization.FISCAL_LOCKING_DATE);
            shown.put("fiscalLockingDate", locked == null ? null : locked.toString());
            return shown;
        });
    }

    private List<LogEntry> log(Query query) {
        String company = query.get("company");
        return admin.log().entries().stream()
                .filter(entry -> company == null || company.equals(entry.companyId()))
                .toList();
    }

    private static String text(JsonNode body, String key, String otherwise) {
        JsonNode value = body.get(key);
        return value == null || value.isNull() ? otherwise : value.asString();
    }
}
