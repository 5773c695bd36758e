package whetstone.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Camera;
import whetstone.model.CameraProfile;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Event;
import whetstone.model.MemoryRollout;
import whetstone.model.Observation;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;
import whetstone.model.VehicleModel;

class ClipCandidatesTest {
    private static final EnvironmentSpec SPEC = new EnvironmentSpec("test", "", 20, ActionSpec.STEER,
            List.of(new Camera("front", 4, 3, 3, new CameraProfile(1, 10, 90, 0, 0))), List.of(), new VehicleModel(2, 25, 90, 1.5, 10), false);

    @Test
    void aFallComesFirst() {
        List<Clip> clips = clips(rollout(400, tick -> 0f, Set.of(300)));
        assertThat(clips.getFirst().range()).isEqualTo(new TickRange(240, 301));
        assertThat(clips.getFirst().reason().words()).isEqualTo("falls in 3.0 s");
    }

    @Test
    void aClipBeforeAFallBeginsAfterTheFallBefore() {
        List<Clip> clips = clips(rollout(400, tick -> 0f, Set.of(280, 300)));
        assertThat(clips).extracting(Clip::range).contains(new TickRange(281, 301));
    }

    @Test
    void steeringOffALabelNearbyIsWorthMoreThanASharpTurn() {
        JournalEntry label = correction(100, 110, 0f);
        List<Clip> clips = clips(rollout(400, tick -> tick == 115 ? -0.7f : tick > 300 ? 0.5f : 0f, Set.of()), label);
        assertThat(clips.getFirst().range().contains(115)).isTrue();
        assertThat(clips.getFirst().reason()).isInstanceOf(Clip.Reason.DisagreesWithLabel.class);
    }

    @Test
    void whatIsLabelledIsNotAskedAgain() {
        List<Clip> clips = clips(rollout(400, tick -> 0f, Set.of(300)), correction(230, 310, 0f));
        assertThat(clips).noneMatch(clip -> clip.reason() instanceof Clip.Reason.Fall);
    }

    @Test
    void whatAHumanDroveIsLabelledAlready() {
        assertThat(clips(human(400))).isEmpty();
    }

    @Test
    void aRecordingWithoutActionsIsSpreadEvenly() {
        List<Clip> clips = clips(rollout(180, tick -> Float.NaN, Set.of()));
        assertThat(clips).extracting(Clip::range)
                .containsExactly(new TickRange(0, 60), new TickRange(60, 120), new TickRange(120, 180));
    }

    @Test
    void nearDuplicatesAreThinned() {
        List<Clip> clips = clips(rollout(400, tick -> (float) Math.sin(tick), Set.of(100, 200, 300)));
        for (Clip one : clips) {
            assertThat(clips).noneMatch(other -> other != one && other.range().equals(one.range()));
        }
        assertThat(clips.size()).isLessThanOrEqualTo(10);
    }

    private static List<Clip> clips(MemoryRollout rollout, JournalEntry... journal) {
        return new ClipCandidates(1, RolloutTrace.of(rollout), LabelTrack.of(rollout.length(), List.of(journal))).clips();
    }

    private static MemoryRollout rollout(int length, IntFunction<Float> learner, Set<Integer> falls) {
        List<Step> steps = new ArrayList<>();
        for (int tick = 0; tick < length; tick++) {
            Optional<Action> action = Optional.of(learner.apply(tick)).filter(steer -> !steer.isNaN())
                    .map(steer -> new Action(ActionSpec.STEER, steer));
            steps.add(new Step(tick, new Observation(Map.of(), StateVector.EMPTY), action, action,
                    action.isPresent() ? Control.POLICY : Control.UNKNOWN, Optional.empty(),
                    falls.contains(tick) ? Set.of(Event.FALL) : Set.of(), Optional.empty()));
        }
        return new MemoryRollout(info(), steps);
    }

    private static MemoryRollout human(int length) {
        List<Step> steps = new ArrayList<>();
        for (int tick = 0; tick < length; tick++) {
            steps.add(new Step(tick, new Observation(Map.of(), StateVector.EMPTY), Optional.empty(),
                    Optional.of(new Action(ActionSpec.STEER, 0)), Control.HUMAN, Optional.empty(), Set.of(), Optional.empty()));
        }
        return new MemoryRollout(info(), steps);
    }

    private static RolloutInfo info() {
        return new RolloutInfo(SPEC, "test", OptionalLong.empty(), 0, 0, Instant.EPOCH, Optional.empty());
    }

    private static JournalEntry correction(int from, int to, float steer) {
        Stroke stroke = new Stroke(1, 1, "E", "stick", Instant.EPOCH, 20, ActionSpec.STEER, List.of(new PlaybackSegment(0, from, 1)),
                new StrokeSamples(1, new long[] {0, (to - from) * 50_000_000L}, new float[] {steer, steer}));
        return new JournalEntry.Labelled(1, 1, "E", Instant.EPOCH, new Label.Correction(new TickRange(from, to), stroke));
    }
}
