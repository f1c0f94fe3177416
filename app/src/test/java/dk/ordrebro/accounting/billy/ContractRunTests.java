package dk.ordrebro.accounting.billy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.billy.Finding.AsTaken;
import dk.ordrebro.accounting.billy.Finding.Open;
import dk.ordrebro.accounting.billy.Finding.Otherwise;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.billysimulator.admin.CompanyKeys;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.FaultRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract says what a Billy really does: it notices each thing that is otherwise than we take it, and nothing else. */
class ContractRunTests {

    private static Map<OpenQuestion, Finding> ask(Set<Switch> on) {
        try (var billy = ContractTarget.simulated(NewCompany.named("Kontrakt ApS")
                .lockedUntil(ContractTarget.LOCKED)
                .withSwitches(on))) {
            return billy.questions.askAll();
        }
    }

    @Test
    void findsTheSimulatorAsWeTakeBilly() {
        Map<OpenQuestion, Finding> findings = ask(Set.of());

        assertThat(findings).hasSize(23);
        findings.forEach((question, finding) -> assertThat(finding)
                .as(question.toString())
                .isInstanceOf(question == OpenQuestion.RATE_LIMIT ? Open.class : AsTaken.class));
    }

    /** Where there is one rate above zero, as in a Danish company, VAT rounded for each rate is VAT rounded once: nothing can tell them apart. */
    static Stream<Switch> switches() {
        return Arrays.stream(Switch.values()).filter(one -> one.question() > 0 && one != Switch.VAT_PER_RATE);
    }

    @ParameterizedTest
    @MethodSource("switches")
    void noticesWhatIsOtherwiseAndNothingElse(Switch one) {
        Map<OpenQuestion, Finding> findings = ask(Set.of(one));

        assertThat(findings.entrySet())
                .filteredOn(entry -> entry.getValue() instanceof Otherwise)
                .extracting(entry -> entry.getKey().number())
                .containsExactly(one.question());
    }

    @Test
    void noticesAllAtOnce() {
        assertThat(ask(Set.copyOf(switches().toList())).values())
                .filteredOn(Otherwise.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private final BillySimulator simulator =
            BillySimulator.start(SimulatorOptions.ephemeral().withSeed(2L));
    private final CompanyKeys keys = simulator.admin().createCompany(NewCompany.named("Prøve ApS"));

    @org.junit.jupiter.api.AfterEach
    void close() {
        simulator.close();
    }

    /** As with a key in the environment. */
    private ContractTarget withAKey(Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "ORDREBRO_BILLY_TOKEN", keys.accessToken(),
                "ORDREBRO_BILLY_URL", simulator.apiUri().toString(),
                "ORDREBRO_BILLY_PAUSE_MILLIS", "0"));
        environment.putAll(more);
        return ContractTarget.of(environment);
    }

    @Test
    void approvesAndMailsNothingUnlessTold() {
        String report;
        try (ContractTarget billy = withAKey(Map.of())) {
            billy.questions.askAll();
            report = billy.report();
        }

        assertThat(simulator.admin().counters(keys.organizationId()).approvals())
                .isZero();
        assertThat(simulator.admin().outbox(keys.organizationId())).isEmpty();
        assertThat(report)
                .startsWith("What this run against a real Billy company settled.")
                .contains("17 of 23 questions settled")
                .contains("14.7 ", "not asked: needs ORDREBRO_BILLY_MAY_APPROVE=yes")
                .contains("not asked: needs ORDREBRO_BILLY_MAY_APPROVE=yes and your address")
                .contains("no period is locked in this company");
    }

    @Test
    void leavesNothingBehindButMarkedAndArchivedRecords() {
        try (ContractTarget billy = withAKey(Map.of())) {
            billy.questions.askAll();
        }

        var raw = new RawBilly(simulator.apiUri(), keys.accessToken(), () -> {});
        assertThat(raw.get("/invoices").json().path("invoices")).isEmpty();
        for (String plural : new String[] {"contacts", "products"}) {
            assertThat(raw.get("/" + plural).json().path(plural)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.path("name").asString()).startsWith(ContractBooks.MARK);
                assertThat(row.path("isArchived").asBoolean()).isTrue();
            });
        }
    }

    @Test
    void approvesWhenToldAndMailsWhoeverIsNamed() {
        try (ContractTarget billy =
                withAKey(Map.of("ORDREBRO_BILLY_MAY_APPROVE", "yes", "ORDREBRO_BILLY_MAIL_TO", "mig@example.org"))) {
            billy.questions.askAll();
            assertThat(billy.report()).contains("21 of 23 questions settled");
        }

        assertThat(simulator.admin().counters(keys.organizationId()).approvals())
                .isPositive();
        assertThat(simulator.admin().outbox(keys.organizationId()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipient()).isEqualTo("mig@example.org"));
    }

    @Test
    void noticesALimitWhenItMeetsOneAndGoesOn() {
        simulator
                .admin()
                .faults()
                .order(FaultRule.on("*", new Effect.Status(429, "TOO_MANY_REQUESTS", 0))
                        .withTimes(2));

        try (ContractTarget billy = withAKey(Map.of())) {
            assertThat(billy.questions.askAll().get(OpenQuestion.RATE_LIMIT))
                    .isEqualTo(new AsTaken("429 with Retry-After 0"));
        }
    }

    @Test
    void provokesNoLimit() {
        var raw = new RawBilly(simulator.apiUri(), keys.accessToken(), () -> {});

        assertThat(new ReadingQuestions(raw).ask(OpenQuestion.RATE_LIMIT)).isInstanceOf(Open.class);
        assertThat(raw.calls()).isZero();
    }
}
