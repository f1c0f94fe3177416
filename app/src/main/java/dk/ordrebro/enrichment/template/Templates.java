package dk.ordrebro.enrichment.template;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegrationId;

/** The templates of every accounting integration. */
public interface Templates {

    /** Makes the six incomplete ones; leaves alone what is there. */
    void prepare(CompanyId company, AccountingIntegrationId accounting);

    TemplateSet of(CompanyId company, AccountingIntegrationId accounting);

    void save(CompanyId company, AccountingIntegrationId accounting, Template template);
}
