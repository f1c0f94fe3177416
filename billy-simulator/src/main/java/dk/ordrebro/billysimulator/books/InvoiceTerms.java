package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Payment terms, due date and currency of a draft. */
final class InvoiceTerms {

    private static final int RATE_DECIMALS = 6;
    private static final int LONGEST_TERM_DAYS = 3650;

    private InvoiceTerms() {}

    @Behaviour(
            value = "Payment terms left out come from the contact, else from the organization",
            known = Known.GUESSED,
            where = "6.1")
    @Behaviour(
            value = "Payment terms are net, netEndOfMonth or date",
            known = Known.RECORDED,
            where = "6.1",
            question = 20)
    static void fillTerms(Change change, RowBuilder draft, Problems problems) {
        if (draft.has(Invoice.PAYMENT_TERMS_MODE)) {
            if (!"net".equals(draft.get(Invoice.PAYMENT_TERMS_MODE))
                    && Switch.TERMS_NET_ONLY.isOn(change.organization())) {
                problems.add(Invoice.PAYMENT_TERMS_MODE, "must be net", "skal være net");
            }
            return;
        }
        Row contact = change.find(Contact.SCHEMA, draft.get(Invoice.CONTACT_ID));
        Row organization = change.organization();
        if (contact != null && contact.has(Contact.PAYMENT_TERMS_MODE)) {
            draft.set(Invoice.PAYMENT_TERMS_MODE, contact.get(Contact.PAYMENT_TERMS_MODE));
            draft.fill(Invoice.PAYMENT_TERMS_DAYS, contact.get(Contact.PAYMENT_TERMS_DAYS));
        } else {
            draft.set(Invoice.PAYMENT_TERMS_MODE, organization.get(Organization.PAYMENT_TERMS_MODE));
            draft.fill(Invoice.PAYMENT_TERMS_DAYS, organization.get(Organization.PAYMENT_TERMS_DAYS));
        }
    }

    @Behaviour(
            value = "net: due = entryDate + n; netEndOfMonth: end of the entry month + n; date: n is null",
            known = Known.RECORDED,
            where = "6.1")
    static void fillDueDate(RowBuilder draft, Problems problems) {
        LocalDate entry = draft.get(Invoice.ENTRY_DATE);
        String mode = draft.get(Invoice.PAYMENT_TERMS_MODE);
        if (entry == null || mode == null) {
            return;
        }
        if (mode.equals("date")) {
            draft.set(Invoice.PAYMENT_TERMS_DAYS, null).fill(Invoice.DUE_DATE, entry);
            return;
        }
        int days = draft.fill(Invoice.PAYMENT_TERMS_DAYS, 0).need(Invoice.PAYMENT_TERMS_DAYS);
        if (Math.abs((long) days) > LONGEST_TERM_DAYS) {
            problems.add(Invoice.PAYMENT_TERMS_DAYS, "is out of range", "er uden for det tilladte område");
            return;
        }
        LocalDate from = mode.equals("net") ? entry : entry.withDayOfMonth(entry.lengthOfMonth());
        draft.set(Invoice.DUE_DATE, from.plusDays(days));
    }

    @Behaviour(value = "A currency left out is the organization's", known = Known.DOCUMENTED, where = "6.1")
    @Behaviour(
            value =
                    "exchangeRate is base units per unit of the invoice's currency; left out it is today's; 1 for the base currency",
            known = Known.REPORTED,
            where = "8")
    static void fillCurrency(Change change, RowBuilder draft, @Nullable Row before, Problems problems) {
        String base = change.organization().need(Organization.BASE_CURRENCY_ID);
        draft.fill(Invoice.CURRENCY_ID, base);
        String currency = draft.need(Invoice.CURRENCY_ID);
        boolean otherCurrency = before != null && !currency.equals(before.get(Invoice.CURRENCY_ID));
        if (currency.equals(base)) {
            draft.set(Invoice.EXCHANGE_RATE, BigDecimal.ONE);
        } else if (!draft.has(Invoice.EXCHANGE_RATE) || (otherCurrency && !draft.gave(Invoice.EXCHANGE_RATE))) {
            draft.set(Invoice.EXCHANGE_RATE, todaysRate(change, currency, base));
        } else if (draft.need(Invoice.EXCHANGE_RATE).signum() <= 0) {
            problems.add(Invoice.EXCHANGE_RATE, "must be above zero", "skal være over nul");
        }
    }

    private static @Nullable BigDecimal todaysRate(Change change, String currency, String base) {
        Row foreign = change.find(Currency.SCHEMA, currency);
        Row own = change.find(Currency.SCHEMA, base);
        if (foreign == null || own == null) {
            return null;
        }
        return foreign.need(Currency.EXCHANGE_RATE)
                .divide(own.need(Currency.EXCHANGE_RATE), RATE_DECIMALS, RoundingMode.HALF_UP);
    }
}
