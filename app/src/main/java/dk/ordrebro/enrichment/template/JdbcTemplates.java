package dk.ordrebro.enrichment.template;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Templates in PostgreSQL. */
public class JdbcTemplates implements Templates {

    private static final List<TemplateKind> EVERYBODY_HAS = List.of(TemplateKind.ITEM, TemplateKind.FREIGHT);

    private final JdbcClient jdbc;

    public JdbcTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void prepare(CompanyId company, AccountingIntegrationId accounting) {
        for (TemplateKind kind : EVERYBODY_HAS) {
            for (Area area : Area.values()) {
                jdbc.sql("""
                                insert into template (company_id, accounting_integration_id, kind, area)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(company.value(), accounting.value(), kind.name(), area.name())
                        .update();
            }
        }
    }

    @Override
    public TemplateSet of(CompanyId company, AccountingIntegrationId accounting) {
        return new TemplateSet(jdbc.sql("select * from template where company_id = ? and accounting_integration_id = ?")
                .params(company.value(), accounting.value())
                .query(JdbcTemplates::template)
                .list());
    }

    @Override
    public void save(CompanyId company, AccountingIntegrationId accounting, Template template) {
        jdbc.sql("""
                        insert into template (company_id, accounting_integration_id, kind, area, account, ruleset)
                        values (:company, :accounting, :kind, :area, :account, :ruleset)
                        on conflict (company_id, accounting_integration_id, kind, area)
                            do update set account = excluded.account, ruleset = excluded.ruleset
                        """)
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("kind", template.kind().name())
                .param("area", template.area().name())
                .param(
                        "account",
                        template.account() == null ? null : template.account().value())
                .param(
                        "ruleset",
                        template.ruleset() == null ? null : template.ruleset().value())
                .update();
    }

    private static Template template(ResultSet row, int index) throws SQLException {
        Integer account = row.getObject("account", Integer.class);
        String ruleset = row.getString("ruleset");
        return new Template(
                TemplateKind.valueOf(row.getString("kind")),
                Area.valueOf(row.getString("area")),
                account == null ? null : new AccountNumber(account),
                ruleset == null ? null : new RulesetId(ruleset));
    }
}
