package whetstone.model.environment.gymnasium;

import java.util.Arrays;
import java.util.Optional;
import whetstone.model.Action;

/**
 * Notices pictures that show nothing: of one colour for {@value #BLANK} decisions on end (an environment that can't draw here gives
 * black ones), or the same to the byte, with all values, for {@value #FROZEN} decisions although what is done changes. One thread.
 */
final class PictureDoubt {
    static final int BLANK = 25;
    static final int FROZEN = 100;
    private static final float CHANGE = 0.2f;

    private byte[] before = {};
    private int blank;
    private int frozen;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;

    /** Why the pictures can't be believed; empty while they can. */
    Optional<String> of(byte[] observation, int pictureBytes, Action action) {
        blank = oneColour(observation, pictureBytes) ? blank + 1 : 0;
        if (Arrays.equals(observation, before)) {
            frozen++;
            least = Math.min(least, action.get(0));
            most = Math.max(most, action.get(0));
        } else {
            frozen = 0;
            least = Float.POSITIVE_INFINITY;
            most = Float.NEGATIVE_INFINITY;
        }
        before = observation;
        if (blank >= BLANK) {
            return Optional.of("shows nothing but one colour for " + BLANK + " decisions: the environment can't draw here. Its documentation says "
                    + "what it needs for pictures (a render mode, a display)");
        }
        return frozen >= FROZEN && most - least >= CHANGE
                ? Optional.of("has shown the very same picture for " + FROZEN + " decisions, whatever was done") : Optional.empty();
    }

    private static boolean oneColour(byte[] observation, int pictureBytes) {
        int channels = pictureBytes % 3 == 0 ? 3 : 1;
        for (int i = channels; i < pictureBytes; i++) {
            if (observation[i] != observation[i - channels]) {
                return false;
            }
        }
        return true;
    }
}
