package dk.ordrebro.command;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.Company;
import dk.ordrebro.booking.DryRun;
import dk.ordrebro.command.demo.BillyProcess;
import dk.ordrebro.command.demo.DemoWishes;
import dk.ordrebro.command.demo.FourSteps;
import dk.ordrebro.intake.push.PushOrders;
import dk.ordrebro.intake.push.PushedOrder;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.order.Order;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code preview}: the explained dry run of one order. The same code as a booking; nothing is written. */
@Command(
        name = "preview",
        description =
                "Shows what would be booked for an order, and why; nothing of it is written. The order is JSON as POST"
                        + " /api/v1/orders takes it. Uses the company you have set up, beside a running instance or without one; where there is none,"
                        + " the demo's company.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it would be booked, or there is nothing to book",
            "1:it would be held, or cannot be read",
            "3:cannot start"
        })
final class Preview implements Callable<Integer> {

    @Parameters(paramLabel = "ORDER.json", description = "File with one order.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--json", description = "Print JSON, as POST /api/v1/preview does.")
    private boolean json;

    @Option(names = "--company", paramLabel = "NAME", description = "Which company, where there are several.")
    private @Nullable String company;

    @Option(
            names = "--shop",
            paramLabel = "KEY",
            description = "Short name of the order integration, where there are several.")
    private @Nullable String shop;

    @Mixin
    private Place place = new Place();

    @Mixin
    private Simulator simulator = new Simulator();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] body = read(file);
        Path data = data();
        try (RunningApplication application = start(data)) {
            OrderIntegration integration = integration(application);
            return switch (application.get(PushOrders.class).parse(integration, body)) {
                case PushedOrder.Parsed(var order, var _) -> print(application, integration, order);
                case PushedOrder.Refused(var problems) -> print(problems);
            };
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be read.", e);
        }
    }

    /** The real company's folder where there is one, else the demo's. */
    private Path data() {
        Path real = place.data("data");
        boolean used = place.isNamed()
                || place.outsideDatabase().isPresent()
                || Files.exists(real.resolve("database/PG_VERSION"));
        return used ? real : place.data("data/demo");
    }

    /** A demo's Billy is not there unless its demo runs, and then we must not start a second one. */
    private RunningApplication start(Path data) {
        boolean demo = Files.isDirectory(data.resolve("billy")) || data.endsWith("demo");
        Plan plan = Plan.lookingAt(data, place);
        return demo && !plan.isRunning()
                ? RunningApplication.start(plan, () -> simulator.start(data))
                : RunningApplication.start(plan);
    }

    private OrderIntegration integration(RunningApplication application) {
        Optional<BillyProcess> billy = application.companion(BillyProcess.class);
        List<Company> known = application.get(Companies.class).all();
        if (known.isEmpty() && billy.isPresent()) {
            return application
                    .get(FourSteps.class)
                    .done(Demo.SHOP, "nordlys", OrderPlatform.PUSH, billy.get(), new DemoWishes(true, false))
                    .shop();
        }
        Company chosen = known.stream()
                .filter(one -> company == null || one.name().equals(company))
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        known.isEmpty()
                                ? "There is no company yet. Start Ordrebro and set one up, or try ./ordrebro demo first."
                                : "There is no company " + company + "."));
        return application.get(OrderIntegrations.class).all(chosen.id()).stream()
                .filter(one ->
                        shop == null ? one.boundTo().isPresent() : one.shopKey().equals(shop))
                .findFirst()
                .orElseThrow(() -> new CannotStart(chosen.name()
                        + " has no such order integration that is bound to an accounting" + " integration."));
    }

    private int print(List<PushedOrder.Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("ordrebro: the order in " + file + " cannot be read:");
        problems.forEach(problem ->
                err.println("  " + (problem.path().isEmpty() ? "/" : problem.path()) + ": " + problem.reason()));
        err.flush();
        return ExitCodes.NOT_RIGHT;
    }

    private int print(RunningApplication application, OrderIntegration integration, Order order) {
        DryRun.Preview preview = application.get(DryRun.class).preview(integration.company(), order);
        Explained explained = new Explained(order, preview, application.get(MessageSource.class));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(explained.asJson())
                        : explained.asText());
        out.flush();
        return explained.outcome().equals("hold") ? ExitCodes.NOT_RIGHT : ExitCodes.DONE;
    }
}
