package whetstone.labelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Orders clips so that each brings something new: the next one is the one with the most worth left after what resembles it was taken
 * (greedy maximisation of a diminishing gain).
 */
final class Thinning {
    private final Likeness likeness;
    private final Function<Clip, Optional<float[]>> look;

    /** @param look what a clip looks like, where it is known */
    Thinning(Likeness likeness, Function<Clip, Optional<float[]>> look) {
        this.likeness = likeness;
        this.look = look;
    }

    private static final class Open {
        private final Clip clip;
        private final Optional<float[]> look;
        private double left;

        Open(Clip clip, Optional<float[]> look) {
            this.clip = clip;
            this.look = look;
            this.left = clip.worth();
        }
    }

    List<Clip> apart(List<Clip> clips, int most) {
        List<Open> open = new ArrayList<>(clips.stream().map(clip -> new Open(clip, look.apply(clip))).toList());
        List<Clip> taken = new ArrayList<>();
        while (!open.isEmpty() && taken.size() < most) {
            int best = 0;
            for (int i = 1; i < open.size(); i++) {
                best = open.get(i).left > open.get(best).left ? i : best;
            }
            Open next = open.remove(best);
            taken.add(next.clip.withWorth(next.left));
            next.look.ifPresent(taught -> open.forEach(other -> other.look.ifPresent(seen ->
                    other.left = Math.min(other.left, other.clip.worth() * (1 - likeness.of(taught, seen))))));
        }
        return taken;
    }
}
