package whetstone.model.learning.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Random;
import whetstone.model.ActionSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.StateVector;
import whetstone.model.learning.Example;
import whetstone.model.learning.Examples;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;

/** A task that a tiny network learns in seconds: steer towards the bright column of a noisy picture. Pictures are made when read. */
record BrightColumn(int size, int perRollout) implements Examples {
    static final int WIDTH = 16;
    static final int HEIGHT = 12;

    static PolicyDescription description() {
        return new PolicyDescription(new PolicyInput("front", WIDTH, HEIGHT, PolicyInput.ColourSpace.RGB),
                new Network.Convolutional(List.of(new Network.Convolution(8, 3, 2)), List.of(16)), ActionSpec.STEER);
    }

    @Override
    public Example get(int index) {
        Random random = new Random(index * 7919L + 1);
        int column = random.nextInt(WIDTH);
        return new Example(picture(column, random), ActionSpec.STEER.clamp(steer(column)), 1);
    }

    @Override
    public long rollout(int index) {
        return index / perRollout;
    }

    static float steer(int column) {
        return 2f * column / (WIDTH - 1) - 1;
    }

    static Observation picture(int column, Random noise) {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < samples.length; i++) {
            boolean bright = i / 3 % WIDTH == column;
            samples[i] = (byte) (noise.nextInt(40) + (bright ? 200 : 0));
        }
        return new Observation(Map.of("front", new Picture(WIDTH, HEIGHT, 3, samples)), StateVector.EMPTY);
    }
}
