package whetstone.labelling.calibration;

import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.input.SampleListener;

/** Keeps what the stick steers while a mark is followed, at the device's own times. Polling thread only. */
public final class PursuitRecorder implements SampleListener {
    private final List<Sample> kept = new ArrayList<>();

    private record Sample(long nanos, float steer) {}

    @Override
    public void sample(long nanos, float[] values) {
        long notBefore = kept.isEmpty() ? nanos : Math.max(nanos, kept.getLast().nanos);
        kept.add(new Sample(notBefore, values[0]));
    }

    /** What was steered so far. */
    public StrokeSamples samples() {
        float[] steer = new float[kept.size()];
        for (int i = 0; i < steer.length; i++) {
            steer[i] = kept.get(i).steer;
        }
        return new StrokeSamples(1, kept.stream().mapToLong(Sample::nanos).toArray(), steer);
    }
}
