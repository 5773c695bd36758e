package whetstone.app.label;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whetstone.app.Failure;
import whetstone.app.RepeatShare;
import whetstone.app.Workbench;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Repeat;
import whetstone.labelling.TickRange;
import whetstone.labelling.trust.RepeatPlan;

/**
 * The blind repeats of this sitting: mixes them into the queue, knows which clips they are, and keeps those that were labelled.
 * A repeat that was only looked at is none. FX thread, but for {@link Draw}.
 */
final class BlindRepeats {
    private final Workbench workbench;
    private final InstantSource clock;
    private final Set<Place> labelled = new HashSet<>();
    private Set<Place> repeats = Set.of();
    private Optional<OpenClip> inView = Optional.empty();
    private Optional<BlindClip> blind = Optional.empty();
    private Instant began;

    private record Place(long rollout, TickRange range) {}

    BlindRepeats(Workbench workbench, InstantSource clock) {
        this.workbench = workbench;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** Another dataset: another sitting. */
    void begin() {
        labelled.clear();
        repeats = Set.of();
        began = clock.instant();
    }

    Draw draw() {
        return new Draw(workbench.expertProperty().get(), began, labelled.size());
    }

    /** What a queue is mixed by, as it is now; to be used on a reading thread. */
    record Draw(String expert, Instant began, int done) {
        RepeatPlan.Mixed mix(Dataset dataset, ClipQueue ranking, List<Clip> ranked) {
            RepeatPlan plan = new RepeatPlan(expert, RepeatShare.of(dataset), began.toEpochMilli(), began);
            return plan.mix(ranked, plan.share() == 0 ? List.of() : ranking.labelled(plan.repeatable()), done);
        }
    }

    /** These clips of the queue are repeats. */
    void are(Set<Clip> clips) {
        repeats = clips.stream().map(clip -> new Place(clip.rollout(), clip.range())).collect(Collectors.toSet());
    }

    boolean contain(QueueEntry entry) {
        return repeats.contains(new Place(entry.rollout(), entry.range()));
    }

    /** A clip comes into view. @return how it is hidden, where it is a repeat */
    Optional<BlindClip> show(OpenClip clip, boolean repeat) {
        inView = Optional.of(clip);
        blind = repeat ? Optional.of(new BlindClip(clip.clip(), clip.track().journal().size(), clock.instant())) : Optional.empty();
        return blind;
    }

    /** Something was said of the clip in view: the next repeat comes nearer, and where this was one it is answered. */
    void said(OpenClip clip, List<? extends JournalEntry> entries) {
        if (entries.stream().anyMatch(JournalEntry.Labelled.class::isInstance)) {
            labelled.add(new Place(clip.id(), clip.clip()));
        }
        blind.filter(repeat -> inView.filter(shown -> shown == clip).isPresent() && repeat.isAnsweredBy(entries)).ifPresent(repeat -> {
            blind = Optional.empty();
            keep(clip, new Repeat(0, entries.getFirst().expert(), clip.id(), repeat.range(), repeat.shownAt()));
        });
    }

    private void keep(OpenClip clip, Repeat answered) {
        clip.dataset().experts().save(answered).whenCompleteAsync((_, failure) -> {
            if (failure != null) {
                workbench.say(Failure.sentence(failure));
            }
        }, workbench.threads().fx());
    }
}
