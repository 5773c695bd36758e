package whetstone.model.learning.dl4j;

import java.util.Random;
import whetstone.model.ActionSpec;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;

/** Labels that have nothing to do with the picture: only memory makes the training loss fall. */
record RandomLabels(int size) implements Examples {
    @Override
    public Example get(int index) {
        Random random = new Random(index);
        return new Example(BrightColumn.picture(random.nextInt(BrightColumn.WIDTH), random), ActionSpec.STEER.clamp(random.nextFloat() * 2 - 1), 1);
    }

    @Override
    public long rollout(int index) {
        return index / 8;
    }
}
