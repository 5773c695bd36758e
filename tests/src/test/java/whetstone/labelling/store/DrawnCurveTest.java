package whetstone.labelling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.LabelTrack;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeRecorder;
import whetstone.labelling.TickRange;
import whetstone.labelling.editing.DrawnStroke;
import whetstone.model.Action;
import whetstone.model.ActionSpec;

/** Whatever is drawn comes back from the file bit by bit. */
class DrawnCurveTest {
    private static final int LENGTH = 400;
    private static Path folder;
    private static SqliteDataset dataset;
    private static long rollout;

    @BeforeContainer
    static void create() throws IOException {
        folder = Files.createTempDirectory("drawn");
        dataset = SqliteDataset.create(folder.resolve("drawn.whetstone"));
        rollout = Recordings.rollout(dataset, LENGTH);
    }

    @AfterContainer
    static void delete() throws IOException {
        dataset.close();
        try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 60)
    void aDrawnCurveSurvivesTheFileExactly(@ForAll @Size(min = 1, max = 100) List<@FloatRange(min = -1, max = 1) Float> values,
                                           @ForAll @IntRange(min = 0, max = 300) int from,
                                           @ForAll @DoubleRange(min = 1, max = 240) double ticksPerSecond) {
        TickRange range = new TickRange(from, from + values.size());
        Stroke drawn = DrawnStroke.of(new StrokeRecorder.Head(rollout, "E", DrawnStroke.DEVICE, Instant.EPOCH, ticksPerSecond, ActionSpec.STEER),
                range, tick -> new Action(ActionSpec.STEER, values.get(tick - from)));
        long entry = dataset.append(new JournalEntry.Labelled(0, rollout, "E", Instant.now(), new Label.Correction(range, drawn))).join().id();
        LabelTrack read = LabelTrack.of(LENGTH, dataset.journal(rollout).stream().filter(saved -> saved.id() == entry).toList());
        assertThat(read.spans()).extracting(LabelTrack.Span::range).containsExactly(range);
        assertThat(read.label(from)).get().isInstanceOfSatisfying(Label.Correction.class,
                correction -> assertThat(correction.stroke().origin()).isEqualTo(Stroke.Origin.DRAWN));
        for (int i = 0; i < values.size(); i++) {
            assertThat(read.correction(from + i)).contains(new Action(ActionSpec.STEER, values.get(i)));
        }
    }
}
