package whetstone.labelling.input;

import java.util.List;
import whetstone.labelling.replay.Ticker;

/**
 * Keys as a stick: while a key is held the value runs to its end within 0.5 s, released it runs back to the centre within 0.25 s, so that
 * how long a key is held says how far to steer. Fed by the window on the FX thread, polled on the drive thread.
 */
public final class KeyboardStick implements Stick {
    private static final double OUTWARD_PER_SECOND = 2;
    private static final double HOMEWARD_PER_SECOND = 4;
    private static final StickDescription DESCRIPTION =
            new StickDescription("Keyboard", StickDescription.Kind.KEYBOARD, List.of("across", "up"), List.of());

    private final Ticker ticker;
    private volatile Held held = new Held(0, 0);
    private double across;
    private double up;
    private long last;
    private boolean first = true;

    private record Held(int across, int up) {}

    public KeyboardStick(Ticker ticker) {
        this.ticker = ticker;
        this.last = ticker.nanos();
    }

    /** Which keys are held: -1 (left, down), 0 (none or both) or 1 (right, up). */
    public void hold(int acrossDirection, int upDirection) {
        held = new Held(Integer.signum(acrossDirection), Integer.signum(upDirection));
    }

    @Override
    public StickDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Reading poll() {
        long now = ticker.nanos();
        double seconds = (now - last) * 1e-9;
        last = now;
        Held keys = held;
        double newAcross = towards(across, keys.across(), seconds);
        double newUp = towards(up, keys.up(), seconds);
        if (!first && newAcross == across && newUp == up) {
            return new Reading.Samples(List.of());
        }
        first = false;
        across = newAcross;
        up = newUp;
        return new Reading.Samples(List.of(new StickSample(now, new float[] {(float) across, (float) up}, 0)));
    }

    private static double towards(double from, int direction, double seconds) {
        boolean homeward = direction == 0 || from * direction < 0;
        double reach = seconds * (homeward ? HOMEWARD_PER_SECOND : OUTWARD_PER_SECOND);
        double target = direction;
        return from < target ? Math.min(target, from + reach) : Math.max(target, from - reach);
    }
}
