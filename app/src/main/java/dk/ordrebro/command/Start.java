package dk.ordrebro.command;

import dk.ordrebro.access.people.FirstUser;
import dk.ordrebro.command.demo.BillyProcess;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    private Simulator simulator = new Simulator();

    @Option(
            names = "--practice",
            description =
                    "Start a simulated Billy beside it, with a company and an access key to walk the four steps with. Nothing reaches the"
                            + " real Billy. Kept in a folder of its own, data/practice.")
    private boolean practice;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path data = place.data(practice ? "data/practice" : "data");
        Plan plan = Plan.of(data, place, listening);
        RunningApplication application = practice
                ? RunningApplication.start(plan, () -> simulator.startForPractice(data))
                : RunningApplication.start(plan);
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
        application
                .companion(BillyProcess.class)
                .ifPresent(
                        billy -> out.println(
                                "For practice, with a simulated Billy at " + billy.uri()
                                        + ". The access key for step 1 stands on the page that asks for it. Nothing reaches the real Billy."));
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
