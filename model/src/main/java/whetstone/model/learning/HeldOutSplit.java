package whetstone.model.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Which examples are trained on and which are held out: whole rollouts, never single frames, since neighbouring frames
 * of a rollout are nearly the same picture. Each part lists indices of the examples in ascending order.
 */
public record HeldOutSplit(int[] training, int[] heldOut) {
    /**
     * @param share of the rollouts to hold out, rounded; at least one rollout remains to train on
     * @param seed draws the rollouts; the same seed draws the same ones
     */
    public static HeldOutSplit byRollout(Examples examples, double share, long seed) {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException("a held-out share of " + share + " is not between 0 and 0.5");
        }
        Set<Long> rollouts = new TreeSet<>();
        for (int i = 0; i < examples.size(); i++) {
            rollouts.add(examples.rollout(i));
        }
        List<Long> drawn = new ArrayList<>(rollouts);
        Collections.shuffle(drawn, new Random(seed));
        int count = (int) Math.min(Math.round(share * drawn.size()), Math.max(0, drawn.size() - 1));
        Set<Long> out = new LinkedHashSet<>(drawn.subList(0, count));
        return new HeldOutSplit(indices(examples, rollout -> !out.contains(rollout)), indices(examples, out::contains));
    }

    private static int[] indices(Examples examples, LongPredicate side) {
        return IntStream.range(0, examples.size()).filter(i -> side.test(examples.rollout(i))).toArray();
    }
}
