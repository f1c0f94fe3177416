package dk.ordrebro.enrichment.chart;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.enrichment.template.Templates;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.money.MoneyJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The charts in PostgreSQL, two for each integration: as a person last saw it, and as it was last read. This node remembers which reading
 * it has written down, so that whoever reads charts all day may say so every time.
 */
class JdbcChartWatch implements ChartWatch {

    private static final JsonMapper MAPPER = MoneyJson.mapper().build();

    private final JdbcClient jdbc;
    private final Templates templates;
    private final Rules rules;
    private final List<String> memberStates;
    private final Map<AccountingIntegrationId, Instant> written = new ConcurrentHashMap<>();

    JdbcChartWatch(JdbcClient jdbc, Templates templates, Rules rules, List<String> memberStates) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.rules = rules;
        this.memberStates = List.copyOf(memberStates);
    }

    @Override
    public void saw(CompanyId company, AccountingIntegrationId accounting, ChartOfAccounts chart) {
        if (chart.readAt().equals(written.get(accounting))) {
            return;
        }
        jdbc.sql("""
                        insert into chart_seen as c (company_id, accounting_integration_id, seen, latest, latest_at)
                        values (:company, :accounting, :chart, :chart, :readAt)
                        on conflict (company_id, accounting_integration_id) do update
                            set latest = excluded.latest, latest_at = excluded.latest_at
                            where c.latest_at < excluded.latest_at
                        """)
                .param("company", company.value())
                .param("accounting", accounting.value())
                .param("chart", MAPPER.writeValueAsString(chart))
                .param("readAt", sql(chart.readAt()))
                .update();
        written.put(accounting, chart.readAt());
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public List<ChartChange> changes(CompanyId company, AccountingIntegrationId accounting) {
        TemplateSet used = templates.of(company, accounting);
        Rulebook book = rules.of(company, accounting);
        return jdbc.sql("""
                        select seen, latest from chart_seen
                        where company_id = ? and accounting_integration_id = ? and seen <> latest
                        """)
                .params(company.value(), accounting.value())
                .query((row, index) ->
                        new ChartComparison(chart(row.getString("seen")), chart(row.getString("latest")), memberStates))
                .optional()
                .map(comparison -> comparison.of(used, book.rules()))
                .orElse(List.of());
    }

    @Override
    public Optional<ChartOfAccounts> latest(CompanyId company, AccountingIntegrationId accounting) {
        return jdbc.sql("select latest from chart_seen where company_id = ? and accounting_integration_id = ?")
                .params(company.value(), accounting.value())
                .query(String.class)
                .optional()
                .map(JdbcChartWatch::chart);
    }

    private static ChartOfAccounts chart(String json) {
        return MAPPER.readValue(json, ChartOfAccounts.class);
    }

    @Override
    public void acknowledge(CompanyId company, AccountingIntegrationId accounting) {
        jdbc.sql("update chart_seen set seen = latest where company_id = ? and accounting_integration_id = ?")
                .params(company.value(), accounting.value())
                .update();
    }
}
