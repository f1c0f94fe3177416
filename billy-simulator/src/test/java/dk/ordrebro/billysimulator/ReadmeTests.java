package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.books.Switch;
import dk.ordrebro.billysimulator.fault.Effect;
import dk.ordrebro.billysimulator.fault.Faults;
import dk.ordrebro.billysimulator.store.Deviation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README tells of every fault and every switch there is, and what it tells works. */
class ReadmeTests {

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @Test
    void givesAnExampleOfEveryFaultThatTheAdminDoorTakes() throws Exception {
        List<String> examples =
                readme().replaceAll("(?s).*```faults\n(.*?)```.*", "$1").lines().toList();
        try (Shop shop = Shop.open();
                HttpClient http = HttpClient.newHttpClient()) {
            for (String example : examples) {
                var answer = http.send(
                        HttpRequest.newBuilder(shop.simulator.baseUri().resolve("/admin/faults"))
                                .POST(HttpRequest.BodyPublishers.ofString(example))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(example + answer.body()).isEqualTo(200);
            }
            List<Effect> effects = shop.simulator.admin().faults().ordered().stream()
                    .map(Faults.Ordered::rule)
                    .map(rule -> rule.effect())
                    .toList();
            assertThat(effects).hasSameSizeAs(examples);
            assertThat(kinds(effects)).containsAll(List.of(Effect.class.getPermittedSubclasses()));
            assertThat(kinds(effects)).containsAll(List.of(Effect.Delay.class.getPermittedSubclasses()));
            assertThat(deviations(effects)).containsExactlyInAnyOrder(Deviation.values());
        }
    }

    private static Set<Class<?>> kinds(List<Effect> effects) {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.Latency(Effect.Delay delay, boolean late)
                        ? Stream.of(effect.getClass(), delay.getClass())
                        : Stream.of(effect.getClass()))
                .collect(Collectors.toSet());
    }

    private static List<Deviation> deviations(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Deviate(Deviation deviation) ? deviation : null)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void namesEverySwitchWithItsQuestion() throws IOException {
        String readme = readme();

        assertThat(Switch.values())
                .allSatisfy(one -> assertThat(readme)
                        .contains("| `" + one + "` | " + (one.question() == 0 ? "–" : one.question()) + " |"));
    }

    @Test
    void namesEveryFaultOnTheEvidencePageToo() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "billy-simulator.md"));
        Set<String> named = new TreeSet<>();
        readme().lines()
                .filter(line -> line.startsWith("{\"effect\""))
                .forEach(line -> named.add(line.replaceAll(".*\"effect\":\"(\\w+)\".*", "$1")));

        assertThat(named).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
        assertThat(Arrays.asList(Deviation.values())).hasSizeLessThan(named.size());
    }
}
