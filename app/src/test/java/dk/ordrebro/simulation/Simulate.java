package dk.ordrebro.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command: many seeds, or one again by its number. */
final class Simulate {

    private Simulate() {}

    /**
     * What to play.
     *
     * @param before seeds that are played before the others: stories that once went wrong
     * @param from the first of the others
     * @param seeds how many at most, of all
     * @param within how long at most
     */
    record Order(List<Long> before, long from, int seeds, Duration within) {

        private long seed(int index) {
            return index < before.size() ? before.get(index) : from + index - before.size();
        }
    }

    /** What was found: how many seeds were played, with how many steps, and the stories that went wrong, each made short. */
    record Result(int seeds, long steps, Duration took, List<Simulation.Played> failed) {

        String summary() {
            return seeds + " seeds, " + steps + " steps, " + failed.size() + " went wrong, in " + took.toSeconds()
                    + " s";
        }
    }

    static Result run(Order order, int enough) {
        long began = System.nanoTime();
        List<Simulation.Played> failed = new ArrayList<>();
        int seeds = 0;
        long steps = 0;
        try (Theatre theatre = new Theatre()) {
            Simulation simulation = new Simulation(theatre);
            while (seeds < order.seeds() && took(began).compareTo(order.within()) < 0) {
                Story story = Story.of(order.seed(seeds));
                seeds++;
                steps += story.steps().size();
                Simulation.Played played = simulation.play(story);
                if (played.wrong() != null) {
                    failed.add(simulation.shrink(played));
                    if (failed.size() >= enough) {
                        break;
                    }
                }
            }
        }
        return new Result(seeds, steps, took(began), failed);
    }

    private static Duration took(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
