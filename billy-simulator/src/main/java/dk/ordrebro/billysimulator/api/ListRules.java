package dk.ordrebro.billysimulator.api;

import static dk.ordrebro.billysimulator.api.FilterRules.days;
import static dk.ordrebro.billysimulator.api.FilterRules.exact;
import static dk.ordrebro.billysimulator.api.FilterRules.limit;
import static dk.ordrebro.billysimulator.api.FilterRules.moments;
import static dk.ordrebro.billysimulator.api.FilterRules.search;
import static dk.ordrebro.billysimulator.api.FilterRules.searchWith;
import static dk.ordrebro.billysimulator.evidence.Known.DOCUMENTED;
import static dk.ordrebro.billysimulator.evidence.Known.REPORTED;

import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Attachment;
import dk.ordrebro.billysimulator.books.BalanceModifier;
import dk.ordrebro.billysimulator.books.BankLine;
import dk.ordrebro.billysimulator.books.BankPayment;
import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.ContactPerson;
import dk.ordrebro.billysimulator.books.DaybookTransaction;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLateFee;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.books.Posting;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.books.ProductPrice;
import dk.ordrebro.billysimulator.books.SalesTaxRule;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which filters each list knows. Whatever is not here is ignored, as Billy does. */
@Behaviour(value = "Unknown query parameters are silently ignored", known = REPORTED, where = "2.1", question = 14)
final class ListRules {

    @Behaviour(
            value = "Lists of contactPersons, salesTaxRules and bankLines demand their parent's id",
            known = REPORTED,
            where = "3")
    private static final Map<Schema, List<FilterRule>> RULES = Map.of(
            Invoice.SCHEMA, invoices(),
            Account.SCHEMA,
                    List.of(
                            exact(Account.ACCOUNT_NO, REPORTED),
                            exact(Account.IS_PAYMENT_ENABLED, REPORTED),
                            exact(Account.IS_BANK_ACCOUNT, REPORTED),
                            exact(Account.IS_ARCHIVED, REPORTED),
                            exact(Account.SYSTEM_ROLE, REPORTED),
                            search(
                                    REPORTED,
                                    List.of(row -> row.get(Account.NAME), row -> row.get(Account.ACCOUNT_NO)))),
            Contact.SCHEMA,
                    List.of(
                            exact(Contact.IS_CUSTOMER, REPORTED),
                            exact(Contact.IS_SUPPLIER, REPORTED),
                            exact(Contact.TYPE, REPORTED),
                            exact(Contact.NAME, REPORTED),
                            exact(Contact.CONTACT_NO, REPORTED),
                            exact(Contact.PHONE, REPORTED),
                            exact(Contact.IS_ARCHIVED, REPORTED),
                            search(
                                    REPORTED,
                                    List.of(
                                            row -> row.get(Contact.NAME),
                                            row -> row.get(Contact.CONTACT_NO),
                                            row -> row.get(Contact.PHONE),
                                            row -> row.get(Contact.REGISTRATION_NO)))),
            Product.SCHEMA,
                    List.of(
                            exact(Product.PRODUCT_NO, REPORTED),
                            exact(Product.IS_ARCHIVED, REPORTED),
                            exact(Product.NAME, REPORTED),
                            search(
                                    REPORTED,
                                    List.of(row -> row.get(Product.NAME), row -> row.get(Product.PRODUCT_NO)))),
            ContactPerson.SCHEMA,
                    List.of(exact(ContactPerson.CONTACT_ID, REPORTED).mandatory()),
            InvoiceLine.SCHEMA, List.of(exact(InvoiceLine.INVOICE_ID, REPORTED)),
            ProductPrice.SCHEMA, List.of(exact(ProductPrice.PRODUCT_ID, REPORTED)),
            SalesTaxRule.SCHEMA,
                    List.of(exact(SalesTaxRule.RULESET_ID, REPORTED).mandatory()),
            BalanceModifier.SCHEMA, List.of(exact(BalanceModifier.SUBJECT_REFERENCE, REPORTED)),
            Posting.SCHEMA,
                    List.of(
                            exact(Posting.ACCOUNT_ID, REPORTED),
                            exact(Posting.TRANSACTION_ID, REPORTED),
                            limit("minEntryDate", Posting.ENTRY_DATE, true, REPORTED),
                            limit("maxEntryDate", Posting.ENTRY_DATE, false, REPORTED),
                            exact(Posting.IS_VOIDED, REPORTED)));

    @Behaviour(value = "Filters of daybookTransactions beyond apiType", known = Known.GUESSED, where = "3")
    private static final Map<Schema, List<FilterRule>> MORE_RULES = Map.of(
            BankLine.SCHEMA, List.of(exact(BankLine.ACCOUNT_ID, REPORTED).mandatory()),
            InvoiceLateFee.SCHEMA, List.of(exact(InvoiceLateFee.INVOICE_ID, Known.GUESSED)),
            Attachment.SCHEMA, List.of(exact(Attachment.OWNER_REFERENCE, REPORTED)),
            BankPayment.SCHEMA, List.of(exact(BankPayment.IS_VOIDED, REPORTED)),
            DaybookTransaction.SCHEMA,
                    List.of(
                            exact(DaybookTransaction.API_TYPE, REPORTED),
                            exact(DaybookTransaction.STATE, Known.GUESSED),
                            limit("minEntryDate", DaybookTransaction.ENTRY_DATE, true, Known.GUESSED),
                            limit("maxEntryDate", DaybookTransaction.ENTRY_DATE, false, Known.GUESSED)));

    private ListRules() {}

    static List<FilterRule> of(Schema schema) {
        return RULES.getOrDefault(schema, MORE_RULES.getOrDefault(schema, List.of()));
    }

    private static List<FilterRule> invoices() {
        return List.of(
                exact(Invoice.CONTACT_ID, DOCUMENTED),
                exact(Invoice.CREDITED_INVOICE_ID, DOCUMENTED),
                exact(Invoice.STATE, DOCUMENTED),
                exact(Invoice.INVOICE_NO, DOCUMENTED),
                exact(Invoice.EXTERNAL_ID, DOCUMENTED),
                limit("minEntryDate", Invoice.ENTRY_DATE, true, DOCUMENTED),
                limit("maxEntryDate", Invoice.ENTRY_DATE, false, DOCUMENTED),
                days("entryDatePeriod", Invoice.ENTRY_DATE, DOCUMENTED),
                limit("minApprovedTime", Invoice.APPROVED_TIME, true, DOCUMENTED),
                limit("maxApprovedTime", Invoice.APPROVED_TIME, false, DOCUMENTED),
                moments("approvedTimePeriod", Invoice.APPROVED_TIME, DOCUMENTED),
                limit("minDueDate", Invoice.DUE_DATE, true, DOCUMENTED),
                limit("maxDueDate", Invoice.DUE_DATE, false, DOCUMENTED),
                exact(Invoice.IS_PAID, DOCUMENTED),
                exact(Invoice.CURRENCY_ID, DOCUMENTED),
                exact(Invoice.RECURRING_INVOICE_ID, DOCUMENTED),
                exact(Invoice.QUOTE_ID, DOCUMENTED),
                exact(Invoice.AMOUNT, DOCUMENTED),
                searchWith(DOCUMENTED, ListRules::searched));
    }

    @Behaviour(
            value =
                    "q on invoices searches invoiceNo, orderNo, contact name, lineDescription, amount, gross amount and balance",
            known = Known.DOCUMENTED,
            where = "3")
    private static List<@Nullable Object> searched(Reading books, Row invoice) {
        Row contact = books.find(Contact.SCHEMA, invoice.get(Invoice.CONTACT_ID));
        return Arrays.asList(
                invoice.get(Invoice.INVOICE_NO),
                invoice.get(Invoice.ORDER_NO),
                contact == null ? null : contact.get(Contact.NAME),
                invoice.get(Invoice.LINE_DESCRIPTION),
                invoice.get(Invoice.AMOUNT),
                invoice.get(Invoice.GROSS_AMOUNT),
                invoice.get(Invoice.BALANCE));
    }
}
