package whetstone.labelling.exchange;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** How far an import or export is, and the way to stop it. Called on the thread that does the work, once a frame. */
public final class Progress {
    private final DoubleConsumer share;
    private final BooleanSupplier cancelled;
    private final double from;
    private final double to;

    /** @param share takes what is done, 0 to 1 */
    public Progress(DoubleConsumer share, BooleanSupplier cancelled) {
        this(share, cancelled, 0, 1);
    }

    private Progress(DoubleConsumer share, BooleanSupplier cancelled, double from, double to) {
        this.share = share;
        this.cancelled = cancelled;
        this.from = from;
        this.to = to;
    }

    /** Nobody looks and nobody stops it. */
    public static Progress unseen() {
        return new Progress(_ -> { }, () -> false);
    }

    /**
     * Says that {@code done} of {@code all} frames are done.
     *
     * @throws CancellationException if the user wants it to stop; whoever began the work cleans up
     */
    public void at(long done, long all) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("stopped by the user");
        }
        share.accept(from + (to - from) * (all <= 0 ? 1 : Math.min(1, done / (double) all)));
    }

    /** The progress of one part of the work, which is what is done between two shares of the whole. */
    public Progress part(double begin, double end) {
        return new Progress(share, cancelled, from + (to - from) * begin, from + (to - from) * end);
    }
}
