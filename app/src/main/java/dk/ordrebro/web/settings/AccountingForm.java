package dk.ordrebro.web.settings;

import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.web.Said;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to make an accounting integration. The fields are those of the guide; Billy's key goes into the field for a user name.
 *
 * @param apiUser the access key
 * @param apiPassword left empty for Billy
 * @param autoApprove "Bogfør automatisk"; null when the box is not ticked, since a browser sends nothing then. Likewise {@code active}
 */
record AccountingForm(
        String name,
        AccountingPlatform platform,
        String apiUser,
        String apiPassword,
        @Nullable Boolean autoApprove,
        @Nullable Boolean active) {

    static AccountingForm empty() {
        return new AccountingForm("", AccountingPlatform.BILLY, "", "", false, true);
    }

    boolean approves() {
        return Boolean.TRUE.equals(autoApprove);
    }

    boolean activates() {
        return Boolean.TRUE.equals(active);
    }

    /** What is wrong with what is typed; null when a key can be tried. */
    @Nullable
    Said problem() {
        if (apiUser.isBlank()) {
            return Said.of(false, apiPassword.isBlank() ? "accounting.key-missing" : "accounting.key-in-password");
        }
        return name.isBlank() || Names.isGood(name) ? null : Names.PROBLEM;
    }

    Secret key() {
        return new Secret(apiUser.strip());
    }

    /** A key is given back to no page, and printed nowhere. */
    AccountingForm withoutKey() {
        return new AccountingForm(name, platform, "", "", autoApprove, active);
    }

    @Override
    public String toString() {
        return "AccountingForm[" + name + "]";
    }
}
