package whetstone.app.calibration;

import java.util.ArrayList;
import java.util.List;
import whetstone.app.Words;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;
import whetstone.labelling.calibration.LagEstimate;
import whetstone.labelling.calibration.PursuitPlan;
import whetstone.labelling.calibration.PursuitRun;

/** A stretch of what was followed as curves: the mark, and the hand as given or as it is once lag, gain and bias are removed. Pure. */
final class ResultCurves {
    private static final double SHOWN_SECONDS = 12;
    private static final double STEP_SECONDS = 0.04;

    private final Words words;
    private final PursuitRun run;
    private final PursuitPlan.Stretch stretch;
    private final double from;

    /** Shows the end of the smooth course and the first jumps. */
    ResultCurves(Words words, PursuitRun run, PursuitPlan.Stretch stretch) {
        this.words = words;
        this.run = run;
        this.stretch = stretch;
        this.from = Math.rint(stretch.target().pursuitSeconds() - SHOWN_SECONDS / 2);
    }

    Scale time() {
        return Scale.round(from, from + SHOWN_SECONDS, 6);
    }

    static Scale steering() {
        return new Scale(-1, 1, List.of(-1.0, 0.0, 1.0));
    }

    List<Series> given() {
        return List.of(mark(), hand("curve.given", 0, 1, 0));
    }

    List<Series> repaired(LagEstimate.Measured lag) {
        return List.of(mark(), hand("curve.repaired", lag.lagSeconds(), lag.gain(), lag.bias()));
    }

    private Series mark() {
        return series("curve.mark", "plot-neutral", stretch.target()::at);
    }

    private Series hand(String name, double lag, double gain, double bias) {
        return series(name, "plot-expert", time -> Math.clamp((run.handAt(stretch.begin() + time + lag) - bias) / gain, -1, 1));
    }

    private Series series(String name, String style, java.util.function.DoubleUnaryOperator value) {
        List<Series.Point> points = new ArrayList<>();
        for (double time = from; time <= from + SHOWN_SECONDS; time += STEP_SECONDS) {
            points.add(new Series.Point(time, value.applyAsDouble(time)));
        }
        return new Series(words.get(name), style, points, false);
    }
}
