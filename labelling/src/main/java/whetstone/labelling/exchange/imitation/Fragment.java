package whetstone.labelling.exchange.imitation;

import java.util.ArrayList;
import java.util.List;
import whetstone.labelling.exchange.Recording;
import whetstone.labelling.exchange.Recordings;

/**
 * A stretch of a rollout of which every frame says what is to be imitated: a trajectory.
 *
 * @param from first tick
 * @param to behind the last tick
 */
record Fragment(Recording recording, int from, int to) {
    /** All of a split, in the order of the recordings; what lies between them is not to be imitated. */
    static List<Fragment> of(Recordings recordings, Recording.Split split) {
        List<Fragment> fragments = new ArrayList<>();
        for (Recording recording : recordings.recordings()) {
            if (recording.split() == split) {
                add(recording, fragments);
            }
        }
        return fragments;
    }

    private static void add(Recording recording, List<Fragment> fragments) {
        int from = 0;
        for (int tick = 0; tick <= recording.length(); tick++) {
            boolean wanted = tick < recording.length() && recording.withoutPictures(tick).wanted().isPresent();
            if (!wanted) {
                if (from < tick) {
                    fragments.add(new Fragment(recording, from, tick));
                }
                from = tick + 1;
            }
        }
    }

    /** Number of actions. */
    int length() {
        return to - from;
    }

    /** The tick of what was seen behind the last action; at the rollout's end nothing is known of that, and the last one stands for it. */
    int behind() {
        return Math.min(to, recording.length() - 1);
    }

    static int frames(List<Fragment> fragments) {
        return fragments.stream().mapToInt(Fragment::length).sum();
    }
}
