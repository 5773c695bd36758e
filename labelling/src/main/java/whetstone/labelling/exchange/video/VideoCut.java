package whetstone.labelling.exchange.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which frames of a video are wanted, and how large.
 *
 * @param from seconds from its beginning; frames that begin earlier are left out
 * @param frames at most; none given: all
 * @param framesPerSecond to be taken, those nearest to an even grid; none given: every frame once
 * @param mostWidth in pixels; wider pictures are made smaller, their shape kept
 */
public record VideoCut(double from, OptionalInt frames, OptionalDouble framesPerSecond, OptionalInt mostWidth) {
    /** Every frame as it is. */
    public static final VideoCut WHOLE = new VideoCut(0, OptionalInt.empty(), OptionalDouble.empty(), OptionalInt.empty());

    public VideoCut {
        if (!(from >= 0) || !Double.isFinite(from)) {
            throw new IllegalArgumentException("a video can't be read from " + from + " s on");
        }
        frames.ifPresent(most -> {
            if (most < 1) {
                throw new IllegalArgumentException(most + " frames of a video are none");
            }
        });
    }

    int width(VideoDescription video) {
        return mostWidth.isPresent() ? Math.min(mostWidth.getAsInt(), video.width()) : video.width();
    }

    int height(VideoDescription video) {
        return (int) Math.max(1, Math.round(video.height() * (width(video) / (double) video.width())));
    }

    List<String> before() {
        return from == 0 ? List.of() : List.of("-ss", String.format(Locale.ROOT, "%.6f", from));
    }

    List<String> after(VideoDescription video) {
        List<String> options = new ArrayList<>(List.of("-fps_mode", framesPerSecond.isPresent() ? "cfr" : "passthrough"));
        List<String> filters = new ArrayList<>();
        framesPerSecond.ifPresent(rate -> filters.add(String.format(Locale.ROOT, "fps=%.6f", rate)));
        if (width(video) != video.width()) {
            filters.add("scale=" + width(video) + ":" + height(video) + ":flags=area");
        }
        if (!filters.isEmpty()) {
            options.addAll(List.of("-vf", String.join(",", filters)));
        }
        frames.ifPresent(most -> options.addAll(List.of("-frames:v", String.valueOf(most))));
        return options;
    }
}
