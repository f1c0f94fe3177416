package dk.ordrebro.enrichment.rule;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.money.MoneyJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules in PostgreSQL. Conditions are JSON: types and parts may be added, never renamed. */
public class JdbcRules implements Rules {

    private static final JsonMapper MAPPER = MoneyJson.mapper().build();
    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public JdbcRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Rulebook of(CompanyId company, AccountingIntegrationId accounting) {
        List<Rule> rules = jdbc.sql("""
                        select * from rule where company_id = ? and accounting_integration_id = ? order by position, rule_id
                        """)
                .params(company.value(), accounting.value())
                .query(JdbcRules::rule)
                .list();
        return new Rulebook(rules, ossFrom(company, accounting));
    }

    private @Nullable LocalDate ossFrom(CompanyId company, AccountingIntegrationId accounting) {
        return jdbc.sql("select used_from from oss where company_id = ? and accounting_integration_id = ?")
                .params(company.value(), accounting.value())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional
    public void save(CompanyId company, AccountingIntegrationId accounting, Rule rule) {
        jdbc.sql("""
                        insert into rule (company_id, accounting_integration_id, rule_id, position, conditions, account, ruleset)
                        values (:company, :accounting, :rule,
                            (select coalesce(max(position), 0) + 1 from rule
                             where company_id = :company and accounting_integration_id = :accounting),
                            :conditions, :account, :ruleset)
                        on conflict (company_id, accounting_integration_id, rule_id) do update
                            set conditions = excluded.conditions, account = excluded.account, ruleset = excluded.ruleset
                        """)
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("rule", rule.id().value())
                .param("conditions", MAPPER.writerFor(CONDITIONS).writeValueAsString(rule.conditions()))
                .param("account", rule.account().value())
                .param("ruleset", rule.ruleset().value())
                .update();
    }

    @Override
    @Transactional
    public void move(CompanyId company, AccountingIntegrationId accounting, RuleId rule, boolean up) {
        List<UUID> order = jdbc.sql("""
                        select rule_id from rule where company_id = ? and accounting_integration_id = ?
                        order by position, rule_id for update
                        """)
                .params(company.value(), accounting.value())
                .query((row, index) -> row.getObject("rule_id", UUID.class))
                .list();
        int from = order.indexOf(rule.value());
        int to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, from, to);
        for (int i = 0; i < order.size(); i++) {
            jdbc.sql("""
                            update rule set position = ?
                            where company_id = ? and accounting_integration_id = ? and rule_id = ?
                            """)
                    .params(i + 1, company.value(), accounting.value(), order.get(i))
                    .update();
        }
    }

    @Override
    public void remove(CompanyId company, AccountingIntegrationId accounting, RuleId rule) {
        jdbc.sql("delete from rule where company_id = ? and accounting_integration_id = ? and rule_id = ?")
                .params(company.value(), accounting.value(), rule.value())
                .update();
    }

    @Override
    public void useOss(CompanyId company, AccountingIntegrationId accounting, @Nullable LocalDate from) {
        jdbc.sql("""
                        insert into oss (company_id, accounting_integration_id, used_from) values (:company, :accounting, :from)
                        on conflict (company_id, accounting_integration_id) do update set used_from = excluded.used_from
                        """)
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("from", from)
                .update();
    }

    private static Rule rule(ResultSet row, int index) throws SQLException {
        return new Rule(
                new RuleId(row.getObject("rule_id", UUID.class)),
                MAPPER.readValue(row.getString("conditions"), CONDITIONS),
                new AccountNumber(row.getInt("account")),
                new RulesetId(row.getString("ruleset")));
    }
}
