package dk.ordrebro.accounting.billy.ledger;

import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyOrganization;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Billy's organization in our words. */
public final class CompanyTranslation {

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~/-]*)?");

    private CompanyTranslation() {}

    static CompanyFacts facts(@Nullable BillyOrganization organization) {
        if (organization == null || organization.id() == null) {
            throw BillyAnswer.odd("no organization behind the key");
        }
        return new CompanyFacts(
                organization.id(),
                organization.name() == null ? "" : organization.name(),
                currency(organization.baseCurrencyId()),
                numbersItself(organization.invoiceNoMode()),
                !Boolean.FALSE.equals(organization.hasVat()),
                organization.fiscalLockingDate(),
                Boolean.TRUE.equals(organization.isLocked()) || Boolean.TRUE.equals(organization.isTerminated()));
    }

    /** Where the company's own pages begin, without a slash at the end; empty for anything but a web address ({@link BillyAssumption#PAGES}). */
    public static String pages(@Nullable BillyOrganization organization) {
        String url = organization == null || organization.appUrl() == null
                ? ""
                : organization.appUrl().strip();
        return WEB_ADDRESS.matcher(url).matches() ? url.replaceAll("/+$", "") : "";
    }

    public static CurrencyUnit currency(@Nullable String code) {
        try {
            return CurrencyUnit.of(code == null ? "" : code);
        } catch (IllegalCurrencyException e) {
            throw BillyAnswer.odd("the currency " + code);
        }
    }

    private static boolean numbersItself(@Nullable String mode) {
        return mode == null || mode.isEmpty() || mode.equals(BillyAssumption.SEQUENTIAL);
    }
}
