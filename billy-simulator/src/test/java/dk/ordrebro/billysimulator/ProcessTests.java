package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.billysimulator.admin.CompanyKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process of its own, and how it ends. */
class ProcessTests {

    private static final Pattern KEY = Pattern.compile("Company .*: (\\S+) key (\\S+)");

    @TempDir
    private Path folder;

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dk.ordrebro.billysimulator.Main",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--company",
                "Æblehaven ApS"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(reader.readLine());
    }

    @Test
    void losesNothingThatWasAnsweredWhenKilled() throws Exception {
        Process process = start();
        String uri = line(process).replaceAll(".* on ", "");
        Matcher key = KEY.matcher(line(process));
        assertThat(key.matches()).isTrue();
        CompanyKeys keys = new CompanyKeys(key.group(1), key.group(2));
        BillyClient billy = BillyClient.at(java.net.URI.create(uri + "/v2")).with("X-Access-Token", keys.accessToken());
        List<String> answered = new ArrayList<>();
        Thread killer = Thread.ofVirtual().unstarted(process::destroyForcibly);
        try {
            while (answered.size() < 100_000) {
                answered.add(billy.create("contacts", "{'contact':{'name':'Kunde','countryId':'DK'}}"));
                if (answered.size() == 300) {
                    killer.start();
                }
            }
        } catch (UncheckedIOException killed) {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        try (BillySimulator again =
                BillySimulator.start(SimulatorOptions.ephemeral().withData(folder))) {
            BillyClient survivor = BillyClient.of(again, keys);
            assertThat(answered).hasSizeBetween(300, 99_999);
            assertThat(answered)
                    .allSatisfy(id ->
                            assertThat(survivor.get("/contacts/" + id).status()).isEqualTo(200));
        }
    }

    @Test
    void endsWithItsParent() throws Exception {
        Process process = start("--exit-with-parent");
        line(process);

        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void endsWhenAskedTo() throws Exception {
        Process process = start();
        line(process);

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void roundsVatAsItIsTold() throws Exception {
        Process process = start("--exit-with-parent", "--vat-rounding", "line");
        String uri = line(process).replaceAll(".* on ", "");
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(uri + "/admin/companies"))
                    .build();

            assertThat(http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("\"vatRounding\":\"line\"");
        } finally {
            process.destroyForcibly();
        }
    }
}
