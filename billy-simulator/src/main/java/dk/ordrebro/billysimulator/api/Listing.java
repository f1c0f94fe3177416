package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.record.WrongValue;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Company;
import dk.ordrebro.billysimulator.store.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the page of a list that a query asks for. */
final class Listing {

    private static final Set<String> FOR_ALL_LISTS =
            Set.of("page", "pageSize", "sortProperty", "sortDirection", "include", "organizationId", "ids[]");

    private Listing() {}

    /**
     * Call under the company's lock.
     *
     * @param deaf whether filters are passed over, which is a fault one can order
     */
    static Page page(Company company, Schema schema, Query query, boolean deaf) {
        List<Filter> filters = filters(company, schema, query);
        Sorting sorting = Sorting.of(schema, query, company);
        Page.Wanted wanted = Page.Wanted.of(query);
        Table table = company.table(schema);
        if ((deaf || filters.isEmpty()) && sorting.comparator() == null) {
            List<Row> rows = table.page(wanted.skip(), wanted.size(), sorting.newestFirst());
            return new Page(wanted.number(), wanted.size(), table.size(), rows);
        }
        List<Row> all = matching(table, deaf ? List.of() : filters);
        if (sorting.comparator() != null) {
            all.sort(sorting.comparator());
        } else if (sorting.newestFirst()) {
            Collections.reverse(all);
        }
        int from = (int) Math.min(wanted.skip(), all.size());
        int to = Math.min(from + wanted.size(), all.size());
        return new Page(wanted.number(), wanted.size(), all.size(), all.subList(from, to));
    }

    private static List<Filter> filters(Company company, Schema schema, Query query) {
        refuseOrganization(company, query.get("organizationId"));
        if (Switch.REFUSE_UNKNOWN_FILTERS.isOn(company.organization())) {
            refuseUnknown(schema, query);
        }
        List<Filter> filters = new ArrayList<>();
        for (FilterRule rule : ListRules.of(schema)) {
            String value = query.get(rule.name());
            if (value != null && !value.isEmpty()) {
                filters.add(make(rule, company, value));
            } else if (rule.required()) {
                throw Refusal.missingFilter(rule.name());
            }
        }
        return filters;
    }

    private static Filter make(FilterRule rule, Company company, String value) {
        try {
            return rule.maker().make(company, value);
        } catch (WrongValue wrong) {
            throw Switch.WRONG_FILTER_IS_404.isOn(company.organization())
                    ? Refusal.unknownRoute()
                    : Refusal.filter(rule.name(), wrong.text().english());
        }
    }

    private static void refuseOrganization(Company company, @Nullable String organization) {
        if (organization == null) {
            return;
        }
        if (!organization.equals(company.id()) || Switch.REFUSE_ORGANIZATION_ID.isOn(company.organization())) {
            throw Refusal.otherCompany();
        }
    }

    private static void refuseUnknown(Schema schema, Query query) {
        Set<String> known = ListRules.of(schema).stream().map(FilterRule::name).collect(Collectors.toSet());
        for (String name : query.parameters().keySet()) {
            if (!known.contains(name) && !FOR_ALL_LISTS.contains(name)) {
                throw Refusal.filter(name, "it is not known");
            }
        }
    }

    private static List<Row> matching(Table table, List<Filter> filters) {
        Predicate<Row> all = filters.stream().map(Filter::matches).reduce(row -> true, Predicate::and);
        List<Row> rows = new ArrayList<>();
        Filter quick = filters.stream()
                .filter(filter -> filter.indexed() != null)
                .findFirst()
                .orElse(null);
        if (quick == null) {
            table.forEach(row -> {
                if (all.test(row)) {
                    rows.add(row);
                }
            });
        } else {
            indexed(table, quick.indexed(), quick.key()).stream().filter(all).forEach(rows::add);
        }
        return rows;
    }

    private static List<Row> indexed(Table table, @Nullable Field<?> field, @Nullable Object key) {
        return field == null || key == null ? List.of() : table.having(field, key);
    }
}
