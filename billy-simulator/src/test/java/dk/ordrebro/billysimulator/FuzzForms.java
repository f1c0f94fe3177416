package dk.ordrebro.billysimulator;

import dk.ordrebro.billysimulator.record.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Good requests, and bad values to spoil them with. */
final class FuzzForms {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999999999",
            "-1e-999999999",
            "99999999999999999999",
            "0.1234567890123",
            "1.5",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00 æøå 漢字\"",
            "\"2026-02-30\"",
            "\"9999-12-31\"",
            "\"1000-01-01\"",
            "\"approved\"",
            "\"voided\"",
            "\"creditNote\"",
            "\"invoice:\"",
            "\"net\"",
            "\"1e5\"",
            "\" 12 \"",
            "\"NaN\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"a\",{}]",
            "{\"id\":1}",
            "[{\"subjectReference\":5}]",
            "\"" + "A".repeat(70_000) + "\"");

    private FuzzForms() {}

    /** A good record whose keys can be spoilt one by one. */
    record Form(String plural, String singular, String existing, List<String> keys, List<String> values) {

        static Form of(String plural, String singular, String existing, String... keysAndValues) {
            List<String> keys = new ArrayList<>();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                keys.add(keysAndValues[i]);
                values.add(keysAndValues[i + 1]);
            }
            return new Form(plural, singular, existing, keys, values);
        }

        String with(Random random) {
            int spoilt = random.nextInt(keys.size() * 2);
            StringBuilder body = new StringBuilder("{'" + singular + "':{'odd':" + pick(random));
            for (int i = 0; i < keys.size(); i++) {
                String value = i == spoilt ? pick(random) : values.get(i);
                body.append(",'").append(keys.get(i)).append("':").append(value);
            }
            return body.append("}}").toString();
        }
    }

    /** Forms whose relations lead to the records of a shop. */
    static List<Form> of(Shop shop) {
        String contact = "'" + shop.contact + "'";
        String product = "'" + shop.product + "'";
        String bank = "'" + shop.account(5710) + "'";
        String draft = shop.draft("'unitPrice':80", "'unitPrice':20");
        String line = shop.billy.get("/invoiceLines?invoiceId=" + draft).text("/invoiceLines/0/id");
        String approved = shop.draft("'unitPrice':80");
        shop.approve(approved);
        return List.of(
                Form.of(
                        "invoices",
                        "invoice",
                        draft,
                        "contactId",
                        contact,
                        "entryDate",
                        "'2026-11-23'",
                        "paymentTermsMode",
                        "'net'",
                        "paymentTermsDays",
                        "8",
                        "taxMode",
                        "'incl'",
                        "currencyId",
                        "'EUR'",
                        "exchangeRate",
                        "7.46",
                        "contactMessage",
                        "'Hej'",
                        "externalId",
                        "'shop:1'",
                        "type",
                        "'invoice'",
                        "paymentMethods",
                        "[]",
                        "lines",
                        "[{'productId':" + product + ",'unitPrice':80}]"),
                Form.of("invoices", "invoice", approved, "sentState", "'printed'", "contactMessage", "null"),
                Form.of(
                        "invoiceLines",
                        "invoiceLine",
                        line,
                        "invoiceId",
                        "'" + draft + "'",
                        "productId",
                        product,
                        "quantity",
                        "2",
                        "unitPrice",
                        "3.5",
                        "discountMode",
                        "'cash'",
                        "discountValue",
                        "1",
                        "priority",
                        "1"),
                Form.of(
                        "contacts",
                        "contact",
                        shop.contact,
                        "name",
                        "'Ida'",
                        "countryId",
                        "'DK'",
                        "type",
                        "'person'",
                        "paymentTermsDays",
                        "8",
                        "contactPersons",
                        "[{'name':'Bo'}]",
                        "isArchived",
                        "false"),
                Form.of(
                        "products",
                        "product",
                        shop.product,
                        "name",
                        "'Vare'",
                        "accountId",
                        "'" + shop.account(1110) + "'",
                        "salesTaxRulesetId",
                        "null",
                        "prices",
                        "[{'unitPrice':1,'currencyId':'DKK'}]",
                        "productNo",
                        "'1'"),
                Form.of(
                        "bankPayments",
                        "bankPayment",
                        "none",
                        "entryDate",
                        "'2026-11-23'",
                        "cashAmount",
                        "1",
                        "cashSide",
                        "'debit'",
                        "cashAccountId",
                        bank,
                        "feeAmount",
                        "0.5",
                        "contactId",
                        contact,
                        "associations",
                        "[{'subjectReference':'invoice:" + approved + "'}]"),
                Form.of(
                        "taxRates",
                        "taxRate",
                        "none",
                        "name",
                        "'Fem'",
                        "rate",
                        "0.05",
                        "appliesToSales",
                        "true",
                        "deductionComponents",
                        "[{'share':1,'accountId':" + bank + "}]"),
                Form.of(
                        "daybookTransactions",
                        "daybookTransaction",
                        "none",
                        "entryDate",
                        "'2026-11-23'",
                        "state",
                        "'approved'",
                        "lines",
                        "[{'accountId':" + bank + ",'contraAccountId':" + bank + ",'amount':3,'side':'debit'}]"),
                Form.of(
                        "organizations",
                        "organization",
                        shop.keys.organizationId(),
                        "name",
                        "'Butik'",
                        "nextInvoiceNo",
                        "900",
                        "fiscalYearEndMonth",
                        "12",
                        "hasVat",
                        "true",
                        "defaultTaxMode",
                        "'incl'",
                        "paymentTermsMode",
                        "'net'"));
    }

    /** Bodies for a resource in which one key, whichever its schema has, is as bad as it can be. */
    static Stream<String> spoilt(Schema schema) {
        List<String> keys = new ArrayList<>(List.of("id", "odd"));
        schema.fields().forEach(field -> keys.add(field.name()));
        keys.addAll(schema.children().keySet());
        return keys.stream()
                .flatMap(key -> VALUES.stream()
                        .map(value -> "{\"" + schema.singular() + "\":{\"" + key + "\":" + value + "}}"));
    }

    private static String pick(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
