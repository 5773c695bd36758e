package whetstone.app.label;

import java.util.List;
import whetstone.labelling.replay.Replay;

/** The speeds of playback that the slider snaps to, slow to fast, in times real time. */
final class Speeds {
    private static final List<Double> STEPS = Replay.SPEEDS;
    /** Where a new sitting starts: slow enough to steer well, fast enough to feel the road. */
    static final double FIRST = 1 / 4.0;

    private Speeds() {}

    static int count() {
        return STEPS.size();
    }

    static double at(int index) {
        return STEPS.get(Math.clamp(index, 0, STEPS.size() - 1));
    }

    /** The step that is nearest by ratio. */
    static int indexOf(double speed) {
        int nearest = 0;
        for (int i = 1; i < STEPS.size(); i++) {
            if (Math.abs(Math.log(STEPS.get(i) / speed)) < Math.abs(Math.log(STEPS.get(nearest) / speed))) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** As people say it: 1/4×, 2×. */
    static String text(double speed) {
        return speed < 1 ? "1/" + Math.round(1 / speed) + "×" : Math.round(speed) + "×";
    }
}
