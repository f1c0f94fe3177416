package dk.ordrebro.command;

import dk.ordrebro.access.people.FirstUser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code start}: the real thing. Runs until it is told to end. */
@Command(
        name = "start",
        description = "Starts Ordrebro with an embedded PostgreSQL, or with yours.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Start implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Mixin
    private Listening listening = new Listening();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path data = place.data("data");
        RunningApplication application = RunningApplication.start(Plan.of(data, place, listening));
        print(application, data);
        application.await();
        return ExitCodes.DONE;
    }

    private void print(RunningApplication application, Path data) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Ordrebro runs at " + application.url());
        out.println("Data and log: " + data);
        application.get(FirstUser.class).code().ifPresent(code -> {
            out.println("Nobody can sign in yet. Open " + application.url()
                    + " and type this code, which holds for a day: " + code);
        });
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
