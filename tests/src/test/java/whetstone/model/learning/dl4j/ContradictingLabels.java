package whetstone.model.learning.dl4j;

import java.util.Random;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;

/** One picture that is labelled right and left, with different weights: the best answer is their weighted mean. */
record ContradictingLabels(float right, float left) implements Examples {
    @Override
    public int size() {
        return 64;
    }

    @Override
    public Example get(int index) {
        boolean toTheRight = index % 2 == 0;
        return new Example(BrightColumn.picture(3, new Random(1)), ActionSpec.STEER.clamp(toTheRight ? 1 : -1), toTheRight ? right : left);
    }

    @Override
    public long rollout(int index) {
        return 0;
    }
}
