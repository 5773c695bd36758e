package whetstone.app.label;

/**
 * Which ticks a timeline shows and how wide: a pure mapping between ticks and pixels.
 *
 * @param from first tick in view, with fraction
 * @param to end of the view, above {@code from}
 * @param width in pixels, above zero
 */
record TimelineScale(double from, double to, double width) {
    private static final double[] STEPS_SECONDS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600};
    private static final double PIXELS_PER_MARK = 62;

    TimelineScale {
        if (!(to > from) || !(width > 0)) {
            throw new IllegalArgumentException("a timeline from " + from + " to " + to + " of " + width + " pixels shows nothing");
        }
    }

    double x(double tick) {
        return (tick - from) / (to - from) * width;
    }

    double tick(double x) {
        return from + x / width * (to - from);
    }

    /** The same view made wider or narrower around a tick, inside a rollout; never fewer than 10 ticks. */
    TimelineScale zoomed(double factor, double around, int length) {
        double span = Math.clamp((to - from) * factor, Math.min(10, length), length);
        double start = Math.clamp(around - (around - from) / (to - from) * span, 0, length - span);
        return new TimelineScale(start, start + span, width);
    }

    /** The same view moved so that a tick is in it, inside a rollout. */
    TimelineScale revealing(double tick, int length) {
        if (tick >= from && tick <= to) {
            return this;
        }
        double span = to - from;
        double start = Math.clamp(tick - span * 0.1, 0, Math.max(0, length - span));
        return new TimelineScale(start, start + span, width);
    }

    /** Seconds between two marks of the time axis, so that their numbers don't touch. */
    double markSeconds(double ticksPerSecond) {
        double perMark = (to - from) / ticksPerSecond * PIXELS_PER_MARK / width;
        for (double step : STEPS_SECONDS) {
            if (step >= perMark) {
                return step;
            }
        }
        return Math.ceil(perMark / 600) * 600;
    }
}
