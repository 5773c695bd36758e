package whetstone.labelling.exchange.donkeycar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.SkywayDataset;
import whetstone.labelling.Dataset;
import whetstone.labelling.DatasetException;
import whetstone.labelling.EncodedPicture;
import whetstone.labelling.exchange.AssumedCar;
import whetstone.labelling.exchange.Export;
import whetstone.labelling.exchange.ForeignJson;
import whetstone.labelling.exchange.Import;
import whetstone.labelling.exchange.ImportOptions;
import whetstone.labelling.exchange.ImportSource;
import whetstone.labelling.exchange.ImportedFrame;
import whetstone.labelling.exchange.IndexedRollout;
import whetstone.labelling.exchange.Progress;
import whetstone.labelling.exchange.Recordings;
import whetstone.labelling.exchange.Said;
import whetstone.model.Action;
import whetstone.model.ActionSpec;
import whetstone.model.Control;
import whetstone.model.EnvironmentSpec;
import whetstone.model.Observation;
import whetstone.model.Picture;
import whetstone.model.RolloutInfo;
import whetstone.model.StateVector;
import whetstone.model.Step;

/** What Donkeycar finds in an exported tub: frame 0 corrected, 1 rejected, 2 the learner's alone. */
class DonkeycarExportTest {
    @TempDir
    private Path folder;
    private Dataset dataset;

    @BeforeEach
    void open() {
        dataset = SkywayDataset.empty(folder);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void whatIsToBeImitatedIsTheUsersAngle() throws IOException {
        export(3, ActionSpec.STEER);
        assertThat(record(0).get("user/angle").floatValue()).isEqualTo(0.75f);
    }

    @Test
    void whatTheLearnerWantedIsThePilotsAngle() throws IOException {
        export(3, ActionSpec.STEER);
        assertThat(record(0).get("pilot/angle").floatValue()).isEqualTo(-0.5f);
    }

    @Test
    void framesThatDonkeycarMustNotLearnFromAreListedAsDeleted() throws IOException {
        export(3, ActionSpec.STEER);
        assertThat(manifest(4).get("deleted_indexes")).hasToString("[1,2]");
    }

    @Test
    void whatTheTubCanNotHoldIsSaid() {
        record(3, ActionSpec.STEER);
        assertThat(new DonkeycarExport().limits(recordings())).hasSize(3)
                .anyMatch(limit -> limit.startsWith("1 frames say nothing that is to be imitated"))
                .anyMatch(limit -> limit.contains("user/throttle is 0")).anyMatch(limit -> limit.contains("JPEG"));
    }

    @Test
    void aCatalogHoldsAThousandRecords() throws IOException {
        export(1001, ActionSpec.STEER);
        assertThat(manifest(4).get("paths")).hasToString("[\"catalog_0.catalog\",\"catalog_1.catalog\"]");
        assertThat(Files.readAllLines(out().resolve("catalog_1.catalog"))).hasSize(1);
    }

    @Test
    void lengthsOfLinesCountTheirEnds() throws IOException {
        export(3, ActionSpec.STEER);
        JsonNode lengths = ForeignJson.read(Files.readString(out().resolve("catalog_0.catalog_manifest")), "manifest").get("line_lengths");
        assertThat(lengths.get(0).intValue()).isEqualTo(Files.readAllLines(out().resolve("catalog_0.catalog")).getFirst().length() + 1);
    }

    @Test
    void aDrawnPictureLosesLittle() {
        long rollout = SkywayDataset.byExpert(dataset, "alpha", 2, 1);
        Recordings recordings = Recordings.of(dataset, List.of(rollout));
        Export.run(new DonkeycarExport(), recordings, out(), Progress.unseen());
        Picture written = recordings.recordings().getFirst().frame(1).step().seen().picture("front");
        Picture read = reread().get(1).originals().get("front").decode(3);
        long difference = 0;
        for (int i = 0; i < written.size(); i++) {
            difference += Math.abs(written.sample(i) - read.sample(i));
        }
        assertThat((double) difference / written.size()).isLessThan(3);
    }

    @Test
    void whatWasDeletedInDonkeycarSinceIsRejected() throws IOException {
        export(3, ActionSpec.STEER);
        Path manifest = out().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("[1,2]", "[0,1,2]"));
        assertThat(reread()).extracting(frame -> frame.said().map(Said::kind)).containsExactly(Optional.of(Said.Kind.REJECTION),
                Optional.of(Said.Kind.REJECTION), Optional.empty());
    }

    @Test
    void anActionThatDoesNotSteerIsRefused() {
        record(1, new ActionSpec(List.of(new ActionSpec.Dimension("gas", 0, 1))));
        assertThatThrownBy(() -> Export.run(new DonkeycarExport(), recordings(), out(), Progress.unseen()))
                .isInstanceOf(DatasetException.class).hasMessageContaining("Donkeycar steers");
    }

    private List<ImportedFrame> reread() {
        List<ImportedFrame> frames = new ArrayList<>();
        try (ImportSource source = new DonkeycarImport().open(out(), ImportOptions.usual(InstantSource.system()))) {
            source.rollouts().getFirst().frames().forEachRemaining(frames::add);
        }
        return frames;
    }

    private Path out() {
        return folder.resolve("tub");
    }

    private JsonNode manifest(int line) throws IOException {
        return ForeignJson.read(Files.readAllLines(out().resolve("manifest.json")).get(line), "manifest");
    }

    private JsonNode record(int line) throws IOException {
        return ForeignJson.read(Files.readAllLines(out().resolve("catalog_0.catalog")).get(line), "catalog");
    }

    private Recordings recordings() {
        return Recordings.of(dataset, List.of(1L));
    }

    private void export(int length, ActionSpec spec) {
        record(length, spec);
        Export.run(new DonkeycarExport(), recordings(), out(), Progress.unseen());
    }

    private void record(int length, ActionSpec spec) {
        EnvironmentSpec environment = new EnvironmentSpec("made", "", 10, spec, List.of(AssumedCar.camera("front", 8, 8)), List.of(),
                AssumedCar.VEHICLE, false);
        RolloutInfo info = new RolloutInfo(environment, "made", OptionalLong.empty(), 1, 0, Instant.EPOCH, Optional.empty());
        Map<String, EncodedPicture> picture = Map.of();
        Action learner = spec.clamp(-0.5f);
        Import.into(dataset, () -> List.of(new IndexedRollout(info, length, tick -> new ImportedFrame(new Step(tick,
                new Observation(Map.of("front", new Picture(8, 8, 3, new byte[192])), StateVector.EMPTY), Optional.of(learner),
                Optional.of(learner), Control.POLICY, Optional.empty(), Set.of(), Optional.empty()), picture, said(tick, spec), "made"))),
                Progress.unseen());
    }

    private static Optional<Said> said(int tick, ActionSpec spec) {
        return switch (spec.equals(ActionSpec.STEER) ? tick : -1) {
            case 0 -> Optional.of(Said.correction(spec.clamp(0.75f), "anna"));
            case 1 -> Optional.of(new Said(Said.Kind.REJECTION, Optional.empty(), Optional.empty(), "anna", 0, 1));
            default -> Optional.empty();
        };
    }
}
