package dk.ordrebro.command;

import dk.ordrebro.command.demo.BillyProcess;
import dk.ordrebro.command.demo.PracticeKey;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The simulated Billy that stands beside the application. */
final class Simulator {

    @Option(
            names = "--billy-port",
            paramLabel = "PORT",
            defaultValue = "${env:ORDREBRO_BILLY_PORT:-8090}",
            description = "Port of the simulated Billy (ORDREBRO_BILLY_PORT). Default: 8090.")
    private int port;

    /** Starts it as a process of its own; what it keeps lies in the data folder. */
    RunningApplication.Part start(Path data) {
        String jar = System.getProperty("ordrebro.simulator");
        if (jar == null) {
            throw new CannotStart("Start it with ./ordrebro, which knows where the Billy simulator lies.");
        }
        BillyProcess billy =
                BillyProcess.start(Path.of(jar), data.resolve("billy"), port, data.resolve("log/billy.log"));
        return new RunningApplication.Part(billy, billy::close);
    }

    /** The same for somebody who walks the four steps with it: its company and access key are there, and new integrations are made with it. */
    RunningApplication.Part startForPractice(Path data) {
        RunningApplication.Part started = start(data);
        BillyProcess billy = (BillyProcess) started.what();
        try {
            return new RunningApplication.Part(
                    billy,
                    started.end(),
                    Map.of(
                            "ordrebro.new-billy.base-url", billy.apiUri().toString(),
                            "ordrebro.practice.billy", billy.uri().toString(),
                            "ordrebro.practice.key", PracticeKey.in(data, billy).reveal()));
        } catch (RuntimeException failed) {
            billy.close();
            throw failed;
        }
    }
}
