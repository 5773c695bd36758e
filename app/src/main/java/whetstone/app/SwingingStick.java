package whetstone.app;

import java.util.List;
import whetstone.labelling.input.Stick;
import whetstone.labelling.input.StickDescription;
import whetstone.labelling.input.StickSample;
import whetstone.labelling.replay.Ticker;

/** A virtual stick that is thrown to the other side at times it is told. Told on the FX thread, polled on the drive thread. */
final class SwingingStick implements Stick {
    private static final StickDescription DESCRIPTION =
            new StickDescription("Swinging stick", StickDescription.Kind.STICK, List.of("x"), List.of());

    private final Ticker ticker;
    private volatile Throw wanted;
    private Throw given;

    /** @param axis where it goes, in [-1, 1]; @param nanos when the device moves, on the clock of the ticker */
    record Throw(double axis, long nanos) {}

    SwingingStick(Ticker ticker) {
        this.ticker = ticker;
        this.wanted = new Throw(0, ticker.nanos());
        this.given = new Throw(Double.NaN, 0);
    }

    void at(Throw next) {
        wanted = next;
    }

    @Override
    public StickDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Reading poll() {
        Throw due = wanted;
        if (due == given || ticker.nanos() < due.nanos()) {
            return new Reading.Samples(List.of());
        }
        given = due;
        return new Reading.Samples(List.of(new StickSample(due.nanos(), new float[] {(float) due.axis()}, 0)));
    }
}
