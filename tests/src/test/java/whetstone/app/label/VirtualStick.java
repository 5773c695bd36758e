package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;

/** A wheel that a test turns. */
final class VirtualStick implements Stick {
    private final ConcurrentLinkedQueue<StickSample> samples = new ConcurrentLinkedQueue<>();
    private volatile boolean unplugged;

    VirtualStick() {
        turn(0);
    }

    void turn(double steer) {
        samples.add(new StickSample(System.nanoTime(), new float[] {(float) steer}, 0));
    }

    void unplug() {
        unplugged = true;
    }

    @Override
    public StickDescription description() {
        return new StickDescription("Virtual wheel", StickDescription.Kind.STICK, List.of("wheel"), List.of());
    }

    @Override
    public Reading poll() {
        if (unplugged) {
            return new Reading.Unplugged();
        }
        List<StickSample> taken = new ArrayList<>();
        for (StickSample sample = samples.poll(); sample != null; sample = samples.poll()) {
            taken.add(sample);
        }
        return new Reading.Samples(taken);
    }
}
