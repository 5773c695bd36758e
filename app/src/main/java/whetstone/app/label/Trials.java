package whetstone.app.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Failure;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.trial.Trial;
import whetstone.labelling.trial.TrialPlan;
import whetstone.model.environment.Environment;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * "Try it": runs the clip's environment on from a recorded state with the labels in force, or with the policy alone, on a background thread,
 * and keeps what came of it as marks on the timeline, in the dataset file. A clip that is left takes its trial with it. FX thread.
 */
final class Trials {
    private final ReadOnlyObjectWrapper<Optional<Tried>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TrialMark>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private final Workbench workbench;
    private final Function<PolicyVersion, Policy> policies;
    private final Words words;
    private final LabelModel model;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private OptionalInt endOfStroke = OptionalInt.empty();

    /** @param policies builds a policy for a background thread */
    Trials(Workbench workbench, Function<PolicyVersion, Policy> policies, Words words, LabelModel model) {
        this.workbench = workbench;
        this.policies = policies;
        this.words = words;
        this.model = model;
        model.openProperty().addListener((_, _, open) -> opened(open));
        model.journal().trackProperty().addListener((_, _, track) -> track.ifPresent(this::forgetChanged));
        model.recording().recordingProperty().addListener((_, _, begun) -> endOfStroke = begun ? OptionalInt.empty() : model.player().tick());
    }

    /** The trial in view. */
    ReadOnlyObjectProperty<Optional<Tried>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    /** Why nothing can be tried in this clip, in a sentence; empty where it can. */
    ReadOnlyObjectProperty<Optional<String>> hindranceProperty() {
        return hindrance.getReadOnlyProperty();
    }

    /** What trials said of the clip in view, in the order tried. */
    ReadOnlyObjectProperty<List<TrialMark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /**
     * Tries the labels from the frame in view, where it has one; right after a stroke, or where the frame has no label, from where the
     * newest stroke begins; where there is no label at all, the policy from the frame in view. The player goes to that frame.
     */
    void tryLabels() {
        ready().ifPresent(clip -> {
            LabelTrack track = model.journal().trackProperty().get().orElseThrow();
            int tick = startTick(track, model.player().tick().orElseThrow(), endOfStroke);
            if (!isLabelled(track, tick) && workbench.driverProperty().get().isEmpty()) {
                workbench.say(words.get("try.nothing"));
            } else {
                begin(clip, track, tick, false);
            }
        });
    }

    /** Tries the policy that drives now from the frame in view. */
    void tryPolicy() {
        ready().ifPresent(clip -> {
            if (workbench.driverProperty().get().isEmpty()) {
                workbench.say(words.get("try.noPolicy"));
            } else {
                begin(clip, model.journal().trackProperty().get().orElseThrow(), model.player().tick().orElseThrow(), true);
            }
        });
    }

    /** Takes the trial out of view, or cancels it; its mark stays. */
    void close() {
        cancelled.set(true);
        computing.set(false);
        shown.get().ifPresent(this::end);
        shown.set(Optional.empty());
    }

    /** An outside environment is a program that must not be left running. */
    private void end(Tried tried) {
        workbench.threads().background().execute(tried.environment()::close);
    }

    /** @param endOfStroke where the player stood when a stroke ended; as long as it stands there, that stroke is meant */
    static int startTick(LabelTrack track, int inView, OptionalInt endOfStroke) {
        if (isLabelled(track, inView) && !endOfStroke.equals(OptionalInt.of(inView))) {
            return inView;
        }
        int tick = inView;
        long newest = -1;
        for (LabelTrack.Span span : track.spans()) {
            if (span.entry().label() instanceof Label.Correction && span.entry().id() > newest) {
                newest = span.entry().id();
                tick = span.range().from();
            }
        }
        return tick;
    }

    private static boolean isLabelled(LabelTrack track, int tick) {
        return track.label(tick).filter(label -> !(label instanceof Label.Rejection)).isPresent();
    }

    /** The clip in view where something can be tried in it now; else says why not. */
    private Optional<OpenClip> ready() {
        if (model.recording().recordingProperty().get()) {
            workbench.say(words.get("try.recording"));
            return Optional.empty();
        }
        hindrance.get().ifPresent(workbench::say);
        return model.openProperty().get().filter(_ -> hindrance.get().isEmpty());
    }

    private void begin(OpenClip clip, LabelTrack track, int tick, boolean policyAlone) {
        close();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        model.player().pause();
        model.player().seek(tick);
        computing.set(true);
        Optional<PolicyVersion> driver = workbench.driverProperty().get();
        CompletableFuture.supplyAsync(() -> compute(clip, track, tick, policyAlone, driver, stop), workbench.threads().background())
                .whenCompleteAsync((tried, failure) -> {
                    if (stop.get() && failure == null) {
                        end(tried);
                    }
                    if (!stop.get()) {
                        computing.set(false);
                        if (failure == null) {
                            arrived(clip, tried);
                        } else {
                            close();
                            workbench.say(Failure.sentence(failure));
                        }
                    }
                }, workbench.threads().fx());
    }

    /** Background thread. */
    private Tried compute(OpenClip clip, LabelTrack track, int tick, boolean policyAlone, Optional<PolicyVersion> driver, AtomicBoolean stop) {
        Environment environment = TrialHindrance.environment(clip.rollout(), workbench.worlds());
        Optional<Policy> policy = driver.map(policies);
        boolean tried = false;
        try {
            TrialPlan ofPolicy = TrialPlan.ofPolicy(clip.ticksPerSecond());
            TrialPlan plan = policyAlone ? ofPolicy
                    : TrialPlan.ofLabels(clip.rollout(), track, tick, policy.isPresent()).orElse(ofPolicy);
            Trial.Result result = new Trial(environment, policy, stop::get).run(TrialHindrance.state(clip.rollout(), tick), plan);
            tried = true;
            return new Tried(TrialMark.of(tick, driver.map(PolicyVersion::name), track, plan.labelled().size(), result), environment, result);
        } finally {
            if (!tried) {
                environment.close();
            }
            policy.ifPresent(Policy::close);
        }
    }

    private void arrived(OpenClip clip, Tried tried) {
        List<TrialMark> all = new ArrayList<>(marks.get());
        all.removeIf(tried.mark()::replaces);
        all.add(tried.mark());
        marks.set(List.copyOf(all));
        KeptTrialMarks.keep(clip, marks.get());
        shown.set(Optional.of(tried));
    }

    private void forgetChanged(LabelTrack track) {
        model.openProperty().get().filter(clip -> clip.length() == track.length())
                .ifPresent(_ -> marks.set(marks.get().stream().filter(mark -> mark.holds(track)).toList()));
    }

    private void opened(Optional<OpenClip> open) {
        close();
        hindrance.set(Optional.empty());
        endOfStroke = OptionalInt.empty();
        marks.set(open.map(KeptTrialMarks::of).orElse(List.of()));
        open.ifPresent(clip -> workbench.read(_ -> TrialHindrance.of(clip, workbench.worlds(), words), found -> {
            if (model.openProperty().get().equals(open)) {
                hindrance.set(found);
            }
        }));
    }
}
