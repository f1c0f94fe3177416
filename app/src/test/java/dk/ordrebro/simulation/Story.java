package dk.ordrebro.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What happens, in order.
 *
 * @param seed of everything else that is left to chance: what a call of the storm meets
 * @param approves whether documents are approved by themselves
 */
record Story(long seed, boolean approves, List<Step> steps) {

    private static final int ALL =
            Arrays.stream(Step.Deed.values()).mapToInt(deed -> deed.weight).sum();

    Story {
        steps = List.copyOf(steps);
    }

    static Story of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        boolean approves = random.nextBoolean();
        int length = 12 + random.nextInt(40);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.Deed.SHOP_SELLS, random.nextInt(1000), random.nextInt(1000)));
        steps.add(new Step(Step.Deed.ROUND, 0, 0));
        while (steps.size() < length) {
            steps.add(new Step(deed(random.nextInt(ALL)), random.nextInt(1000), random.nextInt(1000)));
        }
        return new Story(seed, approves, steps);
    }

    private static Step.Deed deed(int drawn) {
        int rest = drawn;
        for (Step.Deed deed : Step.Deed.values()) {
            rest -= deed.weight;
            if (rest < 0) {
                return deed;
            }
        }
        throw new IllegalArgumentException("Drawn beyond the end: " + drawn);
    }

    /** The same without some steps. */
    Story without(int from, int until) {
        List<Step> rest = new ArrayList<>(steps);
        rest.subList(from, Math.min(until, rest.size())).clear();
        return new Story(seed, approves, rest);
    }
}
