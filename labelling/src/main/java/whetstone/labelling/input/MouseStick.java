package whetstone.labelling.input;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import whetstone.labelling.replay.Ticker;

/**
 * The mouse as a stick: across the picture steers, up is throttle. Fed by the window on the FX thread, polled on the drive thread;
 * a sample's time is when the event came.
 */
public final class MouseStick implements Stick {
    private static final StickDescription DESCRIPTION =
            new StickDescription("Mouse", StickDescription.Kind.MOUSE, List.of("across", "up"), List.of());

    private final ConcurrentLinkedQueue<StickSample> moves = new ConcurrentLinkedQueue<>();
    private final Ticker ticker;

    public MouseStick(Ticker ticker) {
        this.ticker = ticker;
        move(0, 0);
    }

    /** @param across -1 at the picture's left edge to 1 at its right; @param up -1 at its bottom to 1 at its top */
    public void move(double across, double up) {
        moves.add(new StickSample(ticker.nanos(), new float[] {(float) Math.clamp(across, -1, 1), (float) Math.clamp(up, -1, 1)}, 0));
    }

    @Override
    public StickDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Reading poll() {
        List<StickSample> samples = new ArrayList<>();
        for (StickSample move = moves.poll(); move != null; move = moves.poll()) {
            samples.add(move);
        }
        return new Reading.Samples(samples);
    }
}
