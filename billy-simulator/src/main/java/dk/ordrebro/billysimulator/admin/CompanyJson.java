package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.books.VatRounding;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.store.AccessKey;
import dk.ordrebro.billysimulator.store.Company;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Companies and their keys at the admin door. */
final class CompanyJson {

    private CompanyJson() {}

    static NewCompany read(JsonNode body) {
        NewCompany plain = NewCompany.named(text(body, "name", "Testbutik"));
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        body.path("switches").forEach(name -> switches.add(Switch.valueOf(name.asString())));
        return plain.withCurrency(text(body, "currency", plain.currency()))
                .withNumbers(
                        numberMode(body, plain.invoiceNoMode()),
                        body.path("nextInvoiceNo").asInt(1))
                .withVat(
                        body.path("hasVat").asBoolean(true),
                        oneOf(text(body, "defaultTaxMode", "excl"), List.of("incl", "excl")))
                .lockedUntil(lockedUntil(body))
                .withChart(
                        NewCompany.Chart.valueOf(text(body, "chart", "danish").toUpperCase(Locale.ROOT)))
                .withSwitches(body.has("vatRounding") ? vatRounding(body).among(switches) : switches);
    }

    static @Nullable LocalDate lockedUntil(JsonNode body) {
        String locked = text(body, "fiscalLockingDate", "");
        return locked.isEmpty() ? null : LocalDate.parse(locked);
    }

    static VatRounding vatRounding(JsonNode body) {
        return VatRounding.ofWord(text(body, "vatRounding", ""));
    }

    static String numberMode(JsonNode body, String otherwise) {
        return oneOf(text(body, "invoiceNoMode", otherwise), List.of("sequential", "manual"));
    }

    private static String oneOf(String value, List<String> choices) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(value + " is none of " + choices);
        }
        return value;
    }

    static String text(JsonNode body, String key, String otherwise) {
        JsonNode value = body.get(key);
        return value == null || value.isNull() ? otherwise : value.asString();
    }

    static Map<String, @Nullable Object> shown(Company company) {
        Row row = company.read(company::organization);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("organizationId", row.id());
        shown.put("name", row.get(Organization.NAME));
        shown.put("currency", row.get(Organization.BASE_CURRENCY_ID));
        shown.put("invoiceNoMode", row.get(Organization.INVOICE_NO_MODE));
        shown.put("nextInvoiceNo", row.get(Organization.NEXT_INVOICE_NO));
        shown.put("vatRounding", VatRounding.of(row).word());
        LocalDate locked = row.get(Organization.FISCAL_LOCKING_DATE);
        shown.put("fiscalLockingDate", locked == null ? null : locked.toString());
        return shown;
    }

    /** The company's keys without their tokens, which are told only once. */
    static List<Map<String, @Nullable Object>> keys(Company company) {
        return company.read(() -> company.all(AccessKey.SCHEMA)).stream()
                .map(CompanyJson::key)
                .toList();
    }

    private static Map<String, @Nullable Object> key(Row key) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", key.id());
        shown.put("name", key.get(AccessKey.NAME));
        return shown;
    }
}
