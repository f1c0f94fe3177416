package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.admin.CompanyKeys;
import dk.ordrebro.billysimulator.books.NewCompany;
import java.time.Instant;
import java.time.InstantSource;

/** A company with a Danish customer and a product, on a simulator of its own. */
final class Shop implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:14:02.5Z"));

    final BillySimulator simulator;
    final CompanyKeys keys;
    final BillyClient billy;
    final String contact;
    final String product;

    private Shop(BillySimulator simulator, NewCompany company) {
        this.simulator = simulator;
        this.keys = simulator.admin().createCompany(company);
        this.billy = BillyClient.of(simulator, keys);
        this.contact = contact("DK", "person");
        this.product = product("Vare", "Normalt salg af varer");
    }

    static Shop open() {
        return open(NewCompany.named("Testbutik"));
    }

    static Shop open(NewCompany company) {
        return new Shop(
                BillySimulator.start(
                        SimulatorOptions.ephemeral().withClock(CLOCK).withSeed(1L)),
                company);
    }

    static Shop in(BillySimulator simulator) {
        return new Shop(simulator, NewCompany.named("Nabobutik"));
    }

    String contact(String country, String type) {
        return billy.create(
                "contacts",
                "{'contact':{'name':'Kunde %s','countryId':'%s','type':'%s','isCustomer':true}}"
                        .formatted(type, country, type));
    }

    String ruleset(String name) {
        return idOf("salesTaxRulesets", "name", name);
    }

    String account(int number) {
        return billy.get("/accounts?accountNo=" + number).text("/accounts/0/id");
    }

    private String idOf(String plural, String key, String value) {
        for (var row : billy.get("/" + plural).json().get(plural)) {
            if (row.get(key).asString().equals(value)) {
                return row.get("id").asString();
            }
        }
        throw new AssertionError("no " + plural + " " + value);
    }

    String product(String name, String rulesetName) {
        return billy.create(
                "products",
                "{'product':{'name':'%s','salesTaxRulesetId':'%s','accountId':'%s'}}"
                        .formatted(name, ruleset(rulesetName), account(1110)));
    }

    /** A body for an invoice of these lines, each a piece of JSON beside the product. */
    String invoice(String header, String... lines) {
        StringBuilder body = new StringBuilder(
                "{'invoice':{'contactId':'" + contact + "','entryDate':'2026-11-23'" + header + ",'lines':[");
        for (int i = 0; i < lines.length; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{'productId':'")
                    .append(product)
                    .append("',")
                    .append(lines[i])
                    .append('}');
        }
        return body.append("]}}").toString();
    }

    String draft(String... lines) {
        return billy.create("invoices", invoice("", lines));
    }

    BillyClient.Answer approve(String id) {
        return billy.put("/invoices/" + id, "{'invoice':{'state':'approved'}}");
    }

    @Override
    public void close() {
        simulator.close();
    }
}
