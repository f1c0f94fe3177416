package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.store.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chart of accounts of a fresh Danish company, as 89 rows in {@code danish-chart.txt}. */
final class DanishChart {

    private static final int BLOCK = 100;
    private static final Map<Integer, String> GROUP_NAMES = Map.ofEntries(
            Map.entry(1100, "Omsætning"),
            Map.entry(1200, "Direkte omkostninger"),
            Map.entry(1400, "Lønninger"),
            Map.entry(1500, "Lokaler"),
            Map.entry(1600, "Salg og rejser"),
            Map.entry(1700, "Biler"),
            Map.entry(1800, "Administration"),
            Map.entry(2000, "Afskrivninger"),
            Map.entry(2200, "Finansielle indtægter"),
            Map.entry(2300, "Finansielle udgifter"),
            Map.entry(2500, "Ekstraordinære poster"),
            Map.entry(5200, "Immaterielle anlæg"),
            Map.entry(5300, "Materielle anlæg"),
            Map.entry(5400, "Finansielle anlæg"),
            Map.entry(5700, "Likvide beholdninger"),
            Map.entry(5800, "Tilgodehavender og varelager"),
            Map.entry(7100, "Egenkapital"),
            Map.entry(7200, "Skyldig moms"),
            Map.entry(7300, "Anden gæld"));

    private DanishChart() {}

    /** One row of the file. */
    private record Line(int number, String nature, String rate, String role, String traits, String name) {
        static Line parse(String text) {
            List<String> parts = List.of(text.split("\\|", -1));
            return new Line(
                    Integer.parseInt(parts.get(0).strip()),
                    parts.get(1).strip(),
                    parts.get(2).strip(),
                    parts.get(3).strip(),
                    parts.get(4).strip(),
                    parts.get(5).strip());
        }

        boolean indispensable() {
            return !role.isEmpty() || number == DanishVat.SALES_ACCOUNT || number == DanishVat.BANK_ACCOUNT;
        }

        int group() {
            return number - number % BLOCK;
        }
    }

    /**
     * Puts groups and accounts.
     *
     * @param rateIds ids of the default tax rates by their letters
     * @return account ids by number
     */
    @Behaviour(
            value = "A fresh Danish company has the 89 accounts, natures, roles and default rates of section 13.1",
            known = Known.RECORDED,
            where = "13.1")
    @Behaviour(
            value = "The accounts stand in 19 groups by number block; all their names but \"Skyldig moms\" are our own",
            known = Known.GUESSED,
            where = "13.1")
    static Map<Integer, String> found(
            Change change, NewCompany.Chart chart, String currency, Map<String, String> rateIds) {
        Map<Integer, String> groupIds = new HashMap<>();
        Map<Integer, String> accountIds = new HashMap<>();
        for (Line line : lines()) {
            if (chart == NewCompany.Chart.SYSTEM && !line.indispensable()) {
                continue;
            }
            String groupId = groupIds.computeIfAbsent(line.group(), number -> group(change, number, line.nature()));
            accountIds.put(line.number(), account(change, line, groupId, currency, rateIds.get(line.rate())));
        }
        return accountIds;
    }

    private static List<Line> lines() {
        try (InputStream file = DanishChart.class.getResourceAsStream("danish-chart.txt")) {
            if (file == null) {
                throw new IllegalStateException("danish-chart.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read danish-chart.txt", e);
        }
    }

    private static String group(Change change, int number, String nature) {
        String id = change.newId();
        change.put(RowBuilder.of(AccountGroup.SCHEMA, id)
                .set(AccountGroup.ORGANIZATION_ID, change.organization().id())
                .set(AccountGroup.NAME, GROUP_NAMES.getOrDefault(number, Integer.toString(number)))
                .set(AccountGroup.NATURE_ID, nature)
                .set(AccountGroup.ACCOUNT_NO, number)
                .set(AccountGroup.TYPE, "group")
                .set(AccountGroup.INTERVAL_FROM, number)
                .set(AccountGroup.INTERVAL_TO, number + BLOCK - 1)
                .set(AccountGroup.ALLOW_PAYMENT_AMOUNTS, false)
                .build());
        return id;
    }

    private static String account(
            Change change, Line line, String groupId, String currency, @Nullable String taxRateId) {
        String id = change.newId();
        change.put(RowBuilder.of(Account.SCHEMA, id)
                .set(Account.ORGANIZATION_ID, change.organization().id())
                .set(Account.NAME, line.name())
                .set(Account.ACCOUNT_NO, line.number())
                .set(Account.DESCRIPTION, "")
                .set(Account.GROUP_ID, groupId)
                .set(Account.NATURE_ID, line.nature())
                .set(Account.SYSTEM_ROLE, line.role().isEmpty() ? null : line.role())
                .set(Account.CURRENCY_ID, currency)
                .set(Account.TAX_RATE_ID, taxRateId)
                .set(Account.IS_PAYMENT_ENABLED, line.traits().contains("pay"))
                .set(Account.IS_BANK_ACCOUNT, line.traits().contains("bank"))
                .set(Account.IS_ARCHIVED, false)
                .set(Account.CREATED_TIME, change.now())
                .set(Account.UPDATED_TIME, change.now())
                .build());
        return id;
    }
}
