package whetstone.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import whetstone.app.label.FrameInView;
import whetstone.labelling.Dataset;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.study.TrueExpert;

/**
 * The hand that labels in the screenshots: it steers as the program expert would at the recorded state in view, but late and too
 * much, as human hands do. FX thread.
 */
final class LateHand {
    static final double LAG_SECONDS = 0.32;
    static final double GAIN = 1.3;
    private static final long RESTED_NANOS = 500_000_000;

    private final Supplier<Optional<Dataset>> dataset;
    private final Supplier<Optional<FrameInView>> view;
    private final Ticker ticker;
    private final Map<Long, double[]> right = new HashMap<>();
    private final Deque<Seen> seen = new ArrayDeque<>();
    private double given;

    private record Seen(long nanos, double steering) {}

    LateHand(Supplier<Optional<Dataset>> dataset, Supplier<Optional<FrameInView>> view, Ticker ticker) {
        this.dataset = dataset;
        this.view = view;
        this.ticker = ticker;
    }

    /** What it gives now, in [-1, 1]. A hand that has not steered for a while is where it should be first. */
    double steering() {
        long now = ticker.nanos();
        double wanted = wanted();
        if (seen.isEmpty() || now - seen.getLast().nanos > RESTED_NANOS) {
            seen.clear();
            given = wanted;
        }
        seen.addLast(new Seen(now, wanted));
        while (!seen.isEmpty() && seen.getFirst().nanos <= now - Math.round(LAG_SECONDS * 1e9)) {
            given = seen.removeFirst().steering;
        }
        return Math.clamp(GAIN * given, -1, 1);
    }

    private double wanted() {
        return view.get().flatMap(frame -> dataset.get().map(file -> right.computeIfAbsent(frame.rollout(),
                id -> TrueExpert.steering(file.rollout(id)))[frame.tick()])).orElse(0.0);
    }
}
