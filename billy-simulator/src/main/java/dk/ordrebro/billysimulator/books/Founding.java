package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Fills the books of a fresh company. */
public final class Founding {

    private static final int FEE_ACCOUNT = 2320;

    private Founding() {}

    @Behaviour(
            value =
                    "Defaults of a fresh company: bank fees on 2320, bills paid from 5710, VAT by the quarter, terms net 8 days",
            known = Known.GUESSED,
            where = "6.9")
    public static void found(Change change, String id, NewCompany wanted) {
        RowBuilder organization = organization(change, id, wanted);
        change.put(organization.build());
        Map<String, String> rates = DanishVat.rates(change);
        Map<Integer, String> accounts = DanishChart.found(change, wanted.chart(), wanted.currency(), rates);
        DanishVat.components(change, rates, accounts);
        String bank = accounts.get(DanishVat.BANK_ACCOUNT);
        change.put(organization
                .set(Organization.DEFAULT_SALES_ACCOUNT_ID, accounts.get(DanishVat.SALES_ACCOUNT))
                .set(Organization.DEFAULT_SALES_TAX_RULESET_ID, DanishVat.rulesets(change, rates))
                .set(Organization.DEFAULT_INVOICE_BANK_ACCOUNT_ID, bank)
                .set(Organization.DEFAULT_BILL_BANK_ACCOUNT_ID, bank)
                .set(Organization.DEFAULT_BANK_FEE_ACCOUNT_ID, accounts.get(FEE_ACCOUNT))
                .build());
    }

    private static RowBuilder organization(Change change, String id, NewCompany wanted) {
        int year = LocalDate.ofInstant(change.now(), ZoneOffset.UTC).getYear();
        return RowBuilder.of(Organization.SCHEMA, id)
                .set(Organization.NAME, wanted.name())
                .set(Organization.URL, "firma-" + id.substring(0, 6))
                .set(Organization.STREET, "")
                .set(Organization.ZIPCODE, "")
                .set(Organization.CITY, "")
                .set(Organization.COUNTRY_ID, "DK")
                .set(Organization.PHONE, "")
                .set(Organization.EMAIL, "")
                .set(Organization.REGISTRATION_NO, "")
                .set(Organization.BASE_CURRENCY_ID, wanted.currency())
                .set(Organization.FISCAL_YEAR_END_MONTH, 12)
                .set(Organization.FIRST_FISCAL_YEAR_START, LocalDate.of(year, 1, 1))
                .set(Organization.FIRST_FISCAL_YEAR_END, LocalDate.of(year, 12, 31))
                .set(Organization.LOCALE_ID, "da_DK")
                .set(Organization.HAS_VAT, wanted.hasVat())
                .set(Organization.VAT_PERIOD, "quarter")
                .set(Organization.SALES_TAX_PERIOD, "quarter")
                .set(Organization.INVOICE_NO_MODE, wanted.invoiceNoMode())
                .set(Organization.NEXT_INVOICE_NO, wanted.nextInvoiceNo())
                .set(Organization.PAYMENT_TERMS_MODE, "net")
                .set(Organization.PAYMENT_TERMS_DAYS, 8)
                .set(Organization.DEFAULT_TAX_MODE, wanted.defaultTaxMode())
                .set(Organization.FISCAL_LOCKING_DATE, wanted.fiscalLockingDate())
                .set(Organization.EMAIL_ATTACHMENT_DELIVERY_MODE, "link")
                .set(Organization.IS_TRIAL, false)
                .set(Organization.IS_TERMINATED, false)
                .set(Organization.IS_LOCKED, false)
                .set(Organization.CREATED_TIME, change.now())
                .set(Organization.NEXT_TRANSACTION_NO, 1)
                .set(Organization.SWITCHES, Switch.stored(wanted.switches()));
    }
}
