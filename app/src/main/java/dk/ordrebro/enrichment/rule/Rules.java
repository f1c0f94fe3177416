package dk.ordrebro.enrichment.rule;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rules of every accounting integration, in their order. */
public interface Rules {

    Rulebook of(CompanyId company, AccountingIntegrationId accounting);

    /** Stores a rule: a new one comes last, a known one stays where it is. */
    void save(CompanyId company, AccountingIntegrationId accounting, Rule rule);

    /** Changes places with the one before ({@code up}) or after; the first and the last stay. */
    void move(CompanyId company, AccountingIntegrationId accounting, RuleId rule, boolean up);

    void remove(CompanyId company, AccountingIntegrationId accounting, RuleId rule);

    /**
     * Says since when One Stop Shop is used.
     *
     * @param from first day; null for not at all
     */
    void useOss(CompanyId company, AccountingIntegrationId accounting, @Nullable LocalDate from);
}
