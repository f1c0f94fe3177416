package dk.ordrebro.alarm;

import static java.util.stream.Collectors.toMap;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Happened;
import dk.ordrebro.access.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes round the companies: trouble that is new is told of once, trouble that is gone is told of as over, and what is held is brought to mind
 * again every morning. What was told and the letter are one transaction, so that a crash neither loses a letter nor repeats it.
 */
class AlarmRound {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmRound.class);
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Companies companies;
    private final JdbcAlarms alarms;
    private final Watch watch;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AlarmRound(
            Companies companies,
            JdbcAlarms alarms,
            Watch watch,
            Letters letters,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.companies = companies;
        this.alarms = alarms;
        this.watch = watch;
        this.letters = letters;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** One company's failure is not another's. */
    void run() {
        for (Company company : companies.all()) {
            try {
                look(company.id());
            } catch (DataAccessException | TransactionException e) {
                LOG.error("The alarms of company {} could not be looked at; they will be in a minute", company.id(), e);
            }
        }
    }

    void look(CompanyId company) {
        Instant now = clock.instant();
        AlarmSettings settings = alarms.settings(company);
        Map<Found.Key, Found> found =
                watch.look(company, settings, now).stream().collect(toMap(Found::key, Function.identity()));
        transaction.executeWithoutResult(status -> tell(company, settings, found, now));
    }

    private void tell(CompanyId company, AlarmSettings settings, Map<Found.Key, Found> found, Instant now) {
        Map<Found.Key, JdbcAlarms.Told> told = alarms.told(company);
        LocalDate today = LocalDate.ofInstant(now, COPENHAGEN);
        found.forEach((key, trouble) -> {
            JdbcAlarms.Told before = told.get(key);
            if (before == null) {
                alarms.raise(company, trouble, today);
                letters.raised(company, settings, trouble);
                happened(company, trouble.key(), "raised", List.of(trouble.name(), number(trouble)));
            } else if (key.trouble() == Trouble.HELD && isDueAgain(before, now)) {
                alarms.toldAgain(company, key, today);
                letters.stillHeld(company, settings, trouble);
            }
        });
        told.forEach((key, before) -> {
            if (!found.containsKey(key)) {
                alarms.lower(company, key);
                letters.over(company, settings, before.alarm(), now);
                happened(company, key, "over", List.of(before.alarm().name()));
            }
        });
    }

    /** On a morning after the day of the last letter. */
    private static boolean isDueAgain(JdbcAlarms.Told before, Instant now) {
        ZonedDateTime here = now.atZone(COPENHAGEN);
        return here.toLocalDate().isAfter(before.on()) && !here.toLocalTime().isBefore(MORNING);
    }

    private static String number(Found trouble) {
        return trouble.facts().isEmpty() ? "" : trouble.facts().getFirst();
    }

    private void happened(CompanyId company, Found.Key key, String verb, List<String> facts) {
        String what = key.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String id = key.subject().isEmpty() ? what : key.subject();
        events.publishEvent(new Happened(company, Who.ORDREBRO, "alarm", id, what + "-" + verb, facts));
    }
}
