package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.RawBilly.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that open questions are asked with, made without the adapter. All of them say that they are ours, and drafts are removed and
 * the rest archived in the end.
 */
final class ContractBooks {

    /** What every contact, product and message we make begins with. */
    static final String MARK = "Ordrebro kontrakt";

    final RawBilly raw;
    final LocalDate today;
    final String organization;
    final @Nullable LocalDate lockedThrough;
    private final String run;
    private final String account;
    private final String ruleset;
    private final List<String> invoices = new ArrayList<>();
    private final List<String> approved = new ArrayList<>();
    private @Nullable String contact;
    private @Nullable String product;
    private int made;

    ContractBooks(RawBilly raw, String run, LocalDate today) {
        this.raw = raw;
        this.run = run;
        this.today = today;
        Answer company = raw.get("/organization");
        this.organization = company.text("/organization/id");
        String locked = company.text("/organization/fiscalLockingDate");
        this.lockedThrough = locked.isEmpty() ? null : LocalDate.parse(locked);
        this.account = raw.get("/accounts?accountNo=1110").text("/accounts/0/id");
        this.ruleset = company.text("/organization/defaultSalesTaxRulesetId");
    }

    /** A private Danish contact. */
    String contact() {
        if (contact == null) {
            contact = newContact("");
        }
        return contact;
    }

    /** @param more further keys, each with a comma in front */
    String newContact(String more) {
        made++;
        return created("contacts", """
                {'contact':{'organizationId':'%s','name':'%s %d','contactNo':'ordrebro-kontrakt-%s-%d','countryId':'DK','type':'person',
                 'isCustomer':true%s}}""".formatted(organization, MARK, made, run, made, more));
    }

    /** A product of the company's default ruleset. */
    String product() {
        if (product == null) {
            product = newProduct(",'salesTaxRulesetId':'" + ruleset + "'");
        }
        return product;
    }

    String newProduct(String more) {
        made++;
        return created("products", """
                {'product':{'organizationId':'%s','name':'%s %d','accountId':'%s'%s}}""".formatted(organization, MARK, made, account, more));
    }

    /** What no other document of this company carries. */
    String newReference() {
        made++;
        return "kontrakt:" + run + ":q" + made;
    }

    String line(String price) {
        return "{'productId':'" + product() + "','unitPrice':" + price + "}";
    }

    /** A draft of these lines; of one line of 80 if there are none. */
    Answer draft(String header, String... lines) {
        return draftFor(contact(), header, lines);
    }

    Answer draftFor(String buyer, String header, String... lines) {
        String all = lines.length == 0 ? line("80") : String.join(",", lines);
        String date = header.contains("'entryDate'") ? "" : "'entryDate':'" + today + "',";
        Answer answer = raw.post("/invoices", """
                {'invoice':{'organizationId':'%s','contactId':'%s',%s'currencyId':'DKK'%s,'lines':[%s]}}""".formatted(organization, buyer, date, header, all));
        String id = answer.text("/invoices/0/id");
        if (!id.isEmpty()) {
            invoices.add(id);
        }
        return answer;
    }

    /** The id of a draft that has to be there for a question to be asked. */
    String draftId() {
        String id = draft("").text("/invoices/0/id");
        if (id.isEmpty()) {
            throw new AssertionError("an ordinary draft was not made");
        }
        return id;
    }

    /** The id of an approved document, which stays in the company's books. */
    String approve(String id) {
        Answer answer = raw.put("/invoices/" + id, "{'invoice':{'state':'approved'}}");
        if (answer.status() != 200) {
            throw new AssertionError("an ordinary invoice was not approved: " + answer.error());
        }
        approved.add(id);
        return id;
    }

    Answer invoice(String id) {
        return raw.get("/invoices/" + id + "?include=invoice.lines:embed");
    }

    private String created(String plural, String body) {
        Answer answer = raw.post("/" + plural, body);
        String id = answer.text("/" + plural + "/0/id");
        if (id.isEmpty()) {
            throw new AssertionError("no " + plural + " was made: " + answer.error());
        }
        return id;
    }

    /** Takes away what may go. Approved documents stay. */
    void tidy() {
        invoices.stream().filter(id -> !approved.contains(id)).forEach(id -> raw.delete("/invoices/" + id));
        archive("contacts", "contact");
        archive("products", "product");
    }

    private void archive(String plural, String singular) {
        for (int page = 1; ; page++) {
            Answer rows = raw.get("/" + plural + "?pageSize=1000&page=" + page);
            rows.json().path(plural).forEach(row -> {
                if (row.path("name").asString("").startsWith(MARK)
                        && !row.path("isArchived").asBoolean(false)) {
                    raw.put("/" + plural + "/" + row.path("id").asString(), "{'" + singular + "':{'isArchived':true}}");
                }
            });
            if (page >= rows.json().at("/meta/paging/pageCount").asInt(1)) {
                return;
            }
        }
    }
}
