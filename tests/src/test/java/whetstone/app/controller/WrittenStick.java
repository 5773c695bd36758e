package whetstone.app.controller;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Ticker;

/** A wheel whose readings the test writes. */
final class WrittenStick implements Stick {
    private final ConcurrentLinkedQueue<Reading> readings = new ConcurrentLinkedQueue<>();
    private final StickDescription description;

    WrittenStick(String name) {
        this(new StickDescription(name, StickDescription.Kind.STICK, List.of("x", "y", "rz"),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")));
    }

    WrittenStick(StickDescription description) {
        this.description = description;
    }

    @Override
    public StickDescription description() {
        return description;
    }

    @Override
    public Reading poll() {
        Reading next = readings.poll();
        return next == null ? new Reading.Samples(List.of()) : next;
    }

    void reads(double steer, double throttle, long buttons) {
        float[] axes = {(float) steer, (float) throttle, -1};
        readings.add(new Reading.Samples(List.of(new StickSample(Ticker.SYSTEM.nanos(), axes, buttons))));
    }

    void isUnplugged() {
        readings.add(new Reading.Unplugged());
    }
}
