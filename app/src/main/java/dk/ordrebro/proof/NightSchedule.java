package dk.ordrebro.proof;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;

/**
 * When the nightly proof runs: every night in Copenhagen one task names the accounting integrations, and a task of its own is made for each,
 * spread over half an hour, so that a company whose program is away is tried again without holding up another.
 */
class NightSchedule {

    /** After the hour that is skipped or lived twice when the clocks change. */
    private static final LocalTime AT = LocalTime.of(3, 30);

    private static final Duration SPREAD = Duration.ofMinutes(30);
    private static final Duration AGAIN = Duration.ofMinutes(20);
    /** Tries in one night before the program is given up. */
    private static final int TRIES = 6;

    private final NightlyProof proof;
    private final Companies companies;
    private final AccountingIntegrations integrations;
    private final InstantSource clock;
    private final OneTimeTask<Void> one;
    private final RecurringTask<Void> all;

    NightSchedule(NightlyProof proof, Companies companies, AccountingIntegrations integrations, InstantSource clock) {
        this.proof = proof;
        this.companies = companies;
        this.integrations = integrations;
        this.clock = clock;
        this.one = Tasks.oneTime("proof")
                .onFailure(FailureHandler.<Void>maxRetries(TRIES - 1)
                        .retryEvery(AGAIN)
                        .thenRemove())
                .execute((instance, context) -> run(instance.getId(), context));
        this.all = Tasks.recurring("proof-night", new Daily(NightlyProof.COPENHAGEN, AT))
                .execute((instance, context) -> schedule(context.getSchedulerClient()));
    }

    OneTimeTask<Void> one() {
        return one;
    }

    RecurringTask<Void> all() {
        return all;
    }

    private void schedule(SchedulerClient client) {
        Instant now = clock.instant();
        for (Company company : companies.all()) {
            for (AccountingIntegration integration : integrations.all(company.id())) {
                if (integration.active()) {
                    String instance = company.id() + "/" + integration.id();
                    client.scheduleIfNotExists(one.instance(instance), now.plus(offset(instance)));
                }
            }
        }
    }

    /** The same integration has the same place in the half hour every night. */
    private static Duration offset(String instance) {
        return Duration.ofSeconds(Math.floorMod(instance.hashCode(), SPREAD.toSeconds()));
    }

    private void run(String instance, ExecutionContext context) {
        int slash = instance.indexOf('/');
        boolean last = context.getExecution().consecutiveFailures >= TRIES - 1;
        boolean done = proof.run(
                CompanyId.of(instance.substring(0, slash)),
                AccountingIntegrationId.of(instance.substring(slash + 1)),
                last);
        if (!done && !last) {
            throw new AskAgain(instance);
        }
    }

    /** Tells the scheduler to come back; the reason is in the log already. */
    private static final class AskAgain extends RuntimeException {

        AskAgain(String instance) {
            super("The accounting program of " + instance + " will be asked again");
        }
    }
}
