package dk.ordrebro.billysimulator;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator runs.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param data folder that keeps the companies across restarts, or null to forget them
 * @param clock where createdTime and the like come from; in UTC
 * @param seed makes ids, keys and faults repeat themselves, or null for real chance
 */
public record SimulatorOptions(
        String host,
        int port,
        @Nullable Path data,
        InstantSource clock,
        @Nullable Long seed) {

    /** In memory, on a free port of this machine: what a test wants. */
    public static SimulatorOptions ephemeral() {
        return new SimulatorOptions("127.0.0.1", 0, null, InstantSource.system(), null);
    }

    public SimulatorOptions withHost(String other) {
        return new SimulatorOptions(other, port, data, clock, seed);
    }

    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(host, other, data, clock, seed);
    }

    public SimulatorOptions withData(@Nullable Path folder) {
        return new SimulatorOptions(host, port, folder, clock, seed);
    }

    public SimulatorOptions withClock(InstantSource other) {
        return new SimulatorOptions(host, port, data, other, seed);
    }

    public SimulatorOptions withSeed(@Nullable Long other) {
        return new SimulatorOptions(host, port, data, clock, other);
    }
}
