package dk.ordrebro.command;

import dk.ordrebro.command.demo.BillyProcess;
import java.nio.file.Path;
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
            throw new CannotStart(
                    "The demo is started with ./ordrebro demo, which knows where the Billy simulator lies.");
        }
        BillyProcess billy =
                BillyProcess.start(Path.of(jar), data.resolve("billy"), port, data.resolve("log/billy.log"));
        return new RunningApplication.Part(billy, billy::close);
    }
}
