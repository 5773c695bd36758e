package whetstone.labelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What labelling a clip would gain: its own worth (a fall, a disagreement, ...), raised where the labels so far do not say how to steer and
 * where nothing alike was labelled, and lowered for each clip like it that is taken already. One use; one thread.
 */
final class ClipGain {
    /** How much of what its own reason leaves open doubt and novelty can add at most. */
    private static final double DOUBT_COUNTS = 0.5;
    private static final double NOVELTY_COUNTS = 0.35;
    private static final double WORTH_SAYING = 0.5;
    private static final int MOST_REASONS = 2;

    private final Map<Long, RolloutLooks> looks;
    private final LabelledLooks labelled = new LabelledLooks();
    private final Likeness likeness;

    /** @param looks by rollout; rollouts may be missing, their clips keep their own worth */
    ClipGain(Map<Long, RolloutLooks> looks) {
        this.looks = looks;
        List<float[]> all = new ArrayList<>();
        looks.values().forEach(rollout -> {
            for (int i = 0; i < rollout.count(); i++) {
                all.add(rollout.get(i));
            }
        });
        this.likeness = new Likeness(all);
    }

    /** Takes in what is labelled of a rollout. To be called for each before {@link #ranked}. */
    void learn(long rollout, RolloutTrace trace, LabelTrack labels) {
        Optional.ofNullable(looks.get(rollout)).ifPresent(seen -> labelled.learn(rollout, seen, trace, labels));
    }

    /** The clips with their gain as worth, most first, those that resemble an earlier one further behind. @param most how many */
    List<Clip> ranked(List<Clip> candidates, int most) {
        Doubt doubt = labelled.doubt();
        Novelty novelty = labelled.novelty();
        List<Clip> valued = candidates.stream().map(clip -> valued(clip, doubt, novelty)).toList();
        return new Thinning(likeness, this::look).apart(valued, most);
    }

    private Clip valued(Clip clip, Doubt unsure, Novelty unlike) {
        RolloutLooks seen = looks.get(clip.rollout());
        int from = seen == null ? 0 : seen.indexFrom(clip.range().from());
        int to = seen == null ? 0 : seen.indexFrom(clip.range().to());
        double spread = 0;
        double novelty = 0;
        for (int i = from; i < to; i++) {
            spread = Math.max(spread, unsure.spread(seen.get(i)));
            novelty = Math.max(novelty, unlike.of(seen.get(i)));
        }
        double doubt = unsure.of(spread);
        double gain = 1 - (1 - clip.worth()) * (1 - DOUBT_COUNTS * doubt) * (1 - NOVELTY_COUNTS * novelty);
        return new Clip(clip.rollout(), clip.range(), clip.ticksPerSecond(), reasons(clip, doubt, spread, novelty), gain);
    }

    private static List<Clip.Reason> reasons(Clip clip, double doubt, double spread, double novelty) {
        record Said(Clip.Reason reason, double by) {}
        List<Said> all = new ArrayList<>();
        clip.reasons().stream().filter(reason -> !(reason instanceof Clip.Reason.Unseen))
                .forEach(reason -> all.add(new Said(reason, 1 + clip.worth())));
        if (doubt > WORTH_SAYING) {
            all.add(new Said(new Clip.Reason.Unsure(spread), doubt));
        }
        if (novelty > WORTH_SAYING) {
            all.add(new Said(new Clip.Reason.Novel(), novelty * NOVELTY_COUNTS / DOUBT_COUNTS));
        }
        all.sort(Comparator.comparingDouble(Said::by).reversed());
        return all.isEmpty() ? clip.reasons() : all.stream().limit(MOST_REASONS).map(Said::reason).toList();
    }

    private Optional<float[]> look(Clip clip) {
        return Optional.ofNullable(looks.get(clip.rollout()))
                .filter(seen -> seen.count() > 0).map(seen -> seen.middle(clip.range()));
    }
}
