package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SettingsChanged.Change;
import dk.ordrebro.access.User;
import dk.ordrebro.access.UserId;
import dk.ordrebro.access.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Wishes and open alarms in PostgreSQL. */
class JdbcAlarms implements Alarms {

    private static final String SUBJECT = "alarm-settings";

    private final JdbcClient jdbc;
    private final Users users;
    private final ApplicationEventPublisher events;

    JdbcAlarms(JdbcClient jdbc, Users users, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.users = users;
        this.events = events;
    }

    /**
     * An alarm that was raised.
     *
     * @param on the day of the last letter about it
     */
    record Told(OpenAlarm alarm, LocalDate on) {}

    @Override
    public AlarmSettings settings(CompanyId company) {
        return jdbc.sql("select * from alarm_setting where company_id = ?")
                .param(company.value())
                .query((row, index) -> new AlarmSettings(
                        Locale.of(row.getString("language")),
                        row.getInt("down_minutes"),
                        row.getInt("unbooked_hours"),
                        row.getInt("silent_hours")))
                .optional()
                .orElse(AlarmSettings.USUAL);
    }

    @Override
    @Transactional
    public void save(CompanyId company, AlarmSettings settings, String who) {
        List<Change> changes = changes(settings(company), settings);
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into alarm_setting (company_id, language, down_minutes, unbooked_hours, silent_hours)
                        values (?, ?, ?, ?, ?)
                        on conflict (company_id) do update
                        set language = excluded.language, down_minutes = excluded.down_minutes,
                            unbooked_hours = excluded.unbooked_hours, silent_hours = excluded.silent_hours
                        """)
                .params(
                        company.value(),
                        settings.language().getLanguage(),
                        settings.downMinutes(),
                        settings.unbookedHours(),
                        settings.silentHours())
                .update();
        events.publishEvent(new SettingsChanged(company, who, SUBJECT, company.toString(), "", "changed", changes));
    }

    private static List<Change> changes(AlarmSettings before, AlarmSettings after) {
        List<Change> changes = new ArrayList<>();
        change(
                changes,
                "language",
                before.language().getLanguage(),
                after.language().getLanguage());
        change(changes, "down-minutes", before.downMinutes(), after.downMinutes());
        change(changes, "unbooked-hours", before.unbookedHours(), after.unbookedHours());
        change(changes, "silent-hours", before.silentHours(), after.silentHours());
        return changes;
    }

    private static void change(List<Change> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before.toString(), after.toString()));
        }
    }

    @Override
    public List<Reader> readers(CompanyId company) {
        Map<UserId, Map<Trouble, Boolean>> wishes = new HashMap<>();
        jdbc.sql("select user_id, trouble, wanted from alarm_wish where company_id = ?")
                .param(company.value())
                .query(row -> {
                    wishes.computeIfAbsent(new UserId(row.getObject("user_id", UUID.class)), user -> new HashMap<>())
                            .put(Trouble.valueOf(row.getString("trouble")), row.getBoolean("wanted"));
                });
        return users.of(company).entrySet().stream()
                .map(member -> reader(
                        member.getKey(),
                        member.getValue(),
                        wishes.getOrDefault(member.getKey().id(), Map.of())))
                .toList();
    }

    private static Reader reader(User user, Role role, Map<Trouble, Boolean> wishes) {
        boolean everything = role == Role.OWNER || role == Role.BOOKKEEPER;
        Set<Trouble> troubles = EnumSet.allOf(Trouble.class).stream()
                .filter(trouble -> wishes.getOrDefault(trouble, everything))
                .collect(Collectors.toSet());
        return new Reader(user, role, troubles);
    }

    @Override
    @Transactional
    public void want(CompanyId company, User user, Set<Trouble> troubles, String who) {
        Set<Trouble> before = readers(company).stream()
                .filter(reader -> reader.user().id().equals(user.id()))
                .findFirst()
                .map(Reader::troubles)
                .orElseThrow(() -> new IllegalArgumentException("No member of the company: " + user.id()));
        if (before.equals(troubles)) {
            return;
        }
        for (Trouble trouble : Trouble.values()) {
            jdbc.sql("""
                            insert into alarm_wish (company_id, user_id, trouble, wanted) values (?, ?, ?, ?)
                            on conflict (company_id, user_id, trouble) do update set wanted = excluded.wanted
                            """)
                    .params(company.value(), user.id().value(), trouble.name(), troubles.contains(trouble))
                    .update();
        }
        events.publishEvent(new SettingsChanged(
                company,
                who,
                SUBJECT,
                user.id().toString(),
                user.email(),
                "wanted",
                List.of(new Change("troubles", names(before), names(troubles)))));
    }

    private static String names(Set<Trouble> troubles) {
        return troubles.stream().sorted().map(Trouble::name).collect(Collectors.joining(", "));
    }

    @Override
    public List<OpenAlarm> open(CompanyId company) {
        return told(company).values().stream().map(Told::alarm).toList();
    }

    Map<Found.Key, Told> told(CompanyId company) {
        Map<Found.Key, Told> told = new LinkedHashMap<>();
        jdbc.sql("select * from alarm_open where company_id = ? order by since, trouble, subject")
                .param(company.value())
                .query((row, index) -> told(row))
                .list()
                .forEach(one -> told.put(
                        new Found.Key(one.alarm().trouble(), one.alarm().subject()), one));
        return told;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                new OpenAlarm(
                        Trouble.valueOf(row.getString("trouble")),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getObject("since", OffsetDateTime.class).toInstant()),
                row.getObject("told_on", LocalDate.class));
    }

    void raise(CompanyId company, Found trouble, LocalDate today) {
        jdbc.sql("""
                        insert into alarm_open (company_id, trouble, subject, name, since, told_on) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        company.value(),
                        trouble.trouble().name(),
                        trouble.subject(),
                        trouble.name(),
                        trouble.since().atOffset(ZoneOffset.UTC),
                        today)
                .update();
    }

    void toldAgain(CompanyId company, Found.Key key, LocalDate today) {
        jdbc.sql("update alarm_open set told_on = ? where company_id = ? and trouble = ? and subject = ?")
                .params(today, company.value(), key.trouble().name(), key.subject())
                .update();
    }

    void lower(CompanyId company, Found.Key key) {
        jdbc.sql("delete from alarm_open where company_id = ? and trouble = ? and subject = ?")
                .params(company.value(), key.trouble().name(), key.subject())
                .update();
    }
}
