package whetstone.labelling.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.RolloutSummary;
import whetstone.labelling.store.SqliteDataset;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** What a foreign format gives becomes rollouts and labels of a real dataset file. */
class ImportTest {
    private static final int LENGTH = 6;

    @TempDir
    private Path folder;
    private SqliteDataset dataset;

    @BeforeEach
    void open() {
        dataset = SqliteDataset.create(folder.resolve("test.whetstone"));
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void aCorrectionThatCameWithAFrameIsItsLabel() {
        LabelTrack track = imported(tick -> tick < 3 ? Optional.of(Said.correction(steer(tick / 10f), "anna")) : Optional.empty());
        assertThat(List.of(0, 1, 2)).map(tick -> track.correction(tick).orElseThrow().steer()).containsExactly(0f, 0.1f, 0.2f);
        assertThat(track.label(3)).isEmpty();
    }

    @Test
    void neighbouringFramesOfOneExpertAreOneEntry() {
        assertThat(imported(tick -> Optional.of(Said.correction(steer(0), tick < 4 ? "anna" : "bo"))).journal()).hasSize(2);
    }

    @Test
    void anImportedCorrectionIsNeverRepaired() {
        LabelTrack track = imported(_ -> Optional.of(Said.correction(steer(0.5f), "anna")));
        assertThat(track.label(0)).get().isInstanceOfSatisfying(Label.Correction.class,
                correction -> assertThat(track.repair().repairs(correction.stroke())).isFalse());
    }

    @Test
    void approvalsAndRejectionsComeBackAsSuch() {
        LabelTrack track = imported(tick -> Optional.of(new Said(tick < 2 ? Said.Kind.APPROVAL : Said.Kind.REJECTION, Optional.empty(),
                Optional.empty(), "anna", 0, 1)));
        assertThat(track.counts()).isEqualTo(new LabelTrack.Counts(0, 2, 4));
    }

    @Test
    void whatWasExportedSaysOfEachFrameWhatIsToBeImitated() {
        imported(tick -> tick == 0 ? Optional.of(Said.correction(steer(0.5f), "anna"))
                : tick == 1 ? Optional.of(new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), "anna", 0, 1)) : Optional.empty());
        Recording recording = Recordings.of(dataset, List.of(1L)).recordings().getFirst();
        assertThat(List.of(0, 1, 2)).map(tick -> recording.frame(tick).wanted().map(Action::steer))
                .containsExactly(Optional.of(0.5f), Optional.empty(), Optional.of(-1f));
    }

    @Test
    void aFrameThatCanNotBeReadTakesAllRolloutsOfTheImportWithIt() {
        ImportedRollout whole = rollout("whole", _ -> Optional.empty(), -1);
        ImportedRollout broken = rollout("broken", _ -> Optional.empty(), 4);
        assertThatThrownBy(() -> Import.into(dataset, () -> List.of(whole, broken), Progress.unseen()))
                .hasMessage("broken, frame 4: the picture of camera 'front' is 5 x 4, not 4 x 4 as the first one: all pictures of a camera "
                        + "are of one size.");
        assertThat(dataset.rollouts()).hasSize(2).allMatch(RolloutSummary::deleted);
    }

    @Test
    void whatWasDeletedBeforeStaysAsItWas() {
        imported(_ -> Optional.empty());
        assertThatThrownBy(() -> Import.into(dataset, () -> List.of(rollout("made", _ -> Optional.empty(), 2)), Progress.unseen()));
        assertThat(dataset.rollouts()).extracting(RolloutSummary::deleted).containsExactly(false, true);
    }

    private LabelTrack imported(IntFunction<Optional<Said>> said) {
        long id = Import.into(dataset, () -> List.of(rollout("made", said, -1)), Progress.unseen()).rollouts().getFirst();
        return dataset.track(id);
    }

    private static ImportedRollout rollout(String source, IntFunction<Optional<Said>> said, int broken) {
        EnvironmentSpec environment = new EnvironmentSpec("made", "", 10, ActionSpec.STEER, List.of(AssumedCar.camera("front", 4, 4)),
                List.of(), AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, source, OptionalLong.empty(), 0, 0, Instant.EPOCH, Optional.of("anna"));
        return new IndexedRollout(info, LENGTH, tick -> {
            int width = tick == broken ? 5 : 4;
            Picture picture = new Picture(width, 4, 3, new byte[width * 4 * 3]);
            Step step = new Step(tick, new Observation(Map.of("front", picture), StateVector.EMPTY), Optional.of(steer(1)),
                    Optional.of(steer(-1)), Control.HUMAN, Optional.empty(), Set.of(), Optional.empty());
            return new ImportedFrame(step, Map.of(), said.apply(tick), source + ", frame " + tick);
        });
    }

    private static Action steer(float value) {
        return new Action(ActionSpec.STEER, value);
    }
}
