package dk.ordrebro.simulation;

import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.proof.ProofReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays stories, and makes those that go wrong as short as they can be. */
final class Simulation {

    /** Once faults have stopped, all that is under way is through, or waits for a person, within this time. */
    private static final Duration LIVELY = Duration.ofDays(4);

    private static final int MOST_ROUNDS = 120;
    private static final int MOST_CLEARINGS = 12;

    private final Theatre theatre;

    Simulation(Theatre theatre) {
        this.theatre = theatre;
    }

    /**
     * What became of a story.
     *
     * @param wrong what is wrong; null where nothing is
     */
    record Played(Story story, @Nullable String wrong, List<String> told) {

        String account() {
            return "Seed " + story.seed() + (story.approves() ? " (approves by itself)" : " (makes drafts)") + ", "
                    + story.steps().size() + " steps: " + wrong + "\n" + String.join("\n", brief(told));
        }

        /** What repeats itself is told once. */
        private static List<String> brief(List<String> lines) {
            List<String> brief = new ArrayList<>();
            int at = 0;
            while (at < lines.size()) {
                int length = 1;
                int times = 1;
                for (int tried = 1; tried <= 6 && at + tried <= lines.size(); tried++) {
                    int found = times(lines, at, tried);
                    if (found > 2 && found * tried > times * length) {
                        length = tried;
                        times = found;
                    }
                }
                brief.addAll(lines.subList(at, at + length));
                if (times > 1) {
                    brief.add("  … " + times + " times");
                }
                at += length * times;
            }
            return brief;
        }

        private static int times(List<String> lines, int at, int length) {
            int times = 1;
            while (at + (times + 1) * length <= lines.size()
                    && lines.subList(at, at + length)
                            .equals(lines.subList(at + times * length, at + (times + 1) * length))) {
                times++;
            }
            return times;
        }
    }

    Played play(Story story) {
        World world = theatre.world(story);
        try {
            play(world, story);
            return new Played(story, null, theatre.stage().told());
        } catch (Violation violation) {
            return new Played(
                    story,
                    String.valueOf(violation.getMessage()),
                    theatre.stage().told());
        } catch (RuntimeException broken) {
            return new Played(
                    story, "breaks: " + broken + where(broken), theatre.stage().told());
        } finally {
            theatre.clear(world);
        }
    }

    private static String where(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement one : trace) {
            if (one.getClassName().startsWith("dk.ordrebro")) {
                lines.append("\n      at ").append(one);
            }
        }
        return lines.toString();
    }

    private static void play(World world, Story story) {
        Oracle oracle = new Oracle(world);
        for (Step step : story.steps()) {
            world.play(step);
            oracle.always();
        }
        world.heal();
        settle(world, oracle);
        world.look();
        settle(world, oracle);
        check(world, oracle);
        oracle.rightOrTold();
        world.stage.tell("A person clears everything.");
        for (int i = 0; i < MOST_CLEARINGS && world.anythingToClear(); i++) {
            world.clearEverything();
            settle(world, oracle);
            world.look();
            settle(world, oracle);
        }
        check(world, oracle);
        oracle.right();
    }

    private static void check(World world, Oracle oracle) {
        world.look();
        ProofReport report = world.proof();
        oracle.claims(report);
    }

    /** Rounds and drains as they come due, until nothing is under way but what waits behind something a person is asked about. */
    private static void settle(World world, Oracle oracle) {
        Instant begun = world.clock.instant();
        world.round();
        for (int i = 0; i < MOST_ROUNDS; i++) {
            Optional<Instant> due = world.drain();
            oracle.always();
            if (isSettled(world)) {
                world.clock.advance(Duration.ofMinutes(3));
                world.round();
                if (isSettled(world)) {
                    return;
                }
            }
            world.clock.set(due.filter(at -> at.isAfter(world.clock.instant()))
                    .orElse(world.clock.instant())
                    .plusSeconds(1));
            if (Duration.between(begun, world.clock.instant()).compareTo(LIVELY) > 0) {
                break;
            }
        }
        throw new Violation("something is still under way: "
                + underway(world).stream()
                        .map(one -> one.reference().value() + " " + one.state() + " " + one.reasons())
                        .collect(Collectors.joining(", ")));
    }

    private static List<Booking> underway(World world) {
        return world.bookings().stream()
                .filter(one -> one.state() == BookingState.WAITING
                        || one.state() == BookingState.SENDING
                        || one.state() == BookingState.SUSPECT)
                .toList();
    }

    private static boolean isSettled(World world) {
        Set<String> asked = world.bookings().stream()
                .filter(one -> one.state() == BookingState.HELD)
                .map(Booking::orderNumber)
                .collect(Collectors.toSet());
        return underway(world).stream().allMatch(one -> asked.contains(one.orderNumber()));
    }

    /** Takes steps out as long as it still goes wrong. */
    Played shrink(Played failed) {
        Played shortest = failed;
        for (int size = Math.max(1, failed.story().steps().size() / 2); size >= 1; size /= 2) {
            int from = 0;
            while (from < shortest.story().steps().size()) {
                Played tried = play(shortest.story().without(from, from + size));
                if (tried.wrong() != null) {
                    shortest = tried;
                } else {
                    from += size;
                }
            }
        }
        return shortest;
    }
}
