package whetstone.labelling;

import java.util.function.BooleanSupplier;
import whetstone.model.Rollout;
import whetstone.model.policy.InputTransform;
import whetstone.model.policy.PolicyInput;

/**
 * What a rollout looks like, twice a second: the front camera's picture made very small. Enough to tell what resembles what, little enough
 * to keep for every rollout. Immutable; the arrays are owned by these looks.
 */
final class RolloutLooks {
    static final double SECONDS_APART = 0.5;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;

    private final float[][] looks;
    private final int ticksApart;

    private RolloutLooks(float[][] looks, int ticksApart) {
        this.looks = looks;
        this.ticksApart = ticksApart;
    }

    /** Reads and shrinks the pictures. @return fewer looks than there are where it was cancelled */
    static RolloutLooks of(Rollout rollout, BooleanSupplier cancelled) {
        int apart = Math.max(1, (int) Math.round(SECONDS_APART * rollout.info().environment().ticksPerSecond()));
        InputTransform small = small(rollout.info().environment().frontCamera().name());
        float[][] looks = new float[(rollout.length() + apart - 1) / apart][];
        for (int i = 0; i < looks.length; i++) {
            if (cancelled.getAsBoolean()) {
                return new RolloutLooks(java.util.Arrays.copyOf(looks, i), apart);
            }
            looks[i] = small.apply(rollout.step(i * apart).seen());
        }
        return new RolloutLooks(looks, apart);
    }

    /** Makes a look of what a camera sees; for one thread. */
    static InputTransform small(String camera) {
        return new InputTransform(new PolicyInput(camera, WIDTH, HEIGHT, PolicyInput.ColourSpace.LAB));
    }

    static int size() {
        return WIDTH * HEIGHT * 3;
    }

    int count() {
        return looks.length;
    }

    int tick(int index) {
        return index * ticksApart;
    }

    float[] get(int index) {
        return looks[index];
    }

    /** The first look at or after a tick, or {@link #count} where there is none. */
    int indexFrom(int tick) {
        return Math.min(looks.length, (tick + ticksApart - 1) / ticksApart);
    }

    /** The look nearest to the middle of a range. */
    float[] middle(TickRange range) {
        return looks[Math.clamp((range.from() + range.to()) / 2 / ticksApart, 0, looks.length - 1)];
    }
}
