package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.Ticker;
import whetstone.model.ActionSpec;
import whetstone.model.policy.Network;
import whetstone.model.policy.PolicyDescription;
import whetstone.model.policy.PolicyInput;
import whetstone.model.policy.PolicyVersion;
import whetstone.model.policy.Weights;

/** The Label screen's queue over a real file, on the program's threads. */
class QueueTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    @TempDir Path folder;
    private Threads threads;
    private Dataset dataset;
    private Workbench workbench;
    private Queue queue;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        threads = new Threads();
        dataset = SkywayDataset.empty(folder);
        SkywayDataset.byLearner(dataset, "delta", 300, 1);
        HeadlessWindow.onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            workbench.open(dataset);
            LabelModel model = new LabelModel(workbench, new QueueWording(Words.of("label")), Ticker.SYSTEM, Instant::now);
            queue = model.queue();
            model.show(workbench.datasetProperty().get());
            queue.refresh();
        });
        settled();
    }

    @AfterEach
    void close() {
        HeadlessWindow.onFx(queue::stopLooking);
        threads.close();
        dataset.close();
    }

    private void settled() {
        HeadlessWindow.await("a ranked queue", MOST, () -> queue.stateProperty().get() == Queue.State.CLIPS && queue.quiet());
    }

    private List<QueueEntry> entries() {
        return HeadlessWindow.onFx(() -> List.copyOf(queue.entries()));
    }

    @Test
    void tenMinutesHoldNoMoreThanTenMinutesOfWork() {
        HeadlessWindow.onFx(() -> queue.has(OptionalInt.of(1)));
        settled();
        assertThat(entries()).isNotEmpty();
        assertThat(HeadlessWindow.onFx(queue::secondsOfWork)).isLessThanOrEqualTo(60.0);
    }

    @Test
    void whileLabelsAreGivenNoClipChangesItsPlace() {
        List<QueueEntry> before = entries();
        approve(before.get(1).range());
        settled();
        List<TickRange> still = entries().stream().map(QueueEntry::range).filter(range -> ranges(before).contains(range)).toList();
        assertThat(still).isEqualTo(ranges(before).stream().filter(still::contains).toList()).doesNotContain(before.get(1).range());
    }

    private static List<TickRange> ranges(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::range).toList();
    }

    @Test
    void withLimitedTimeLabellingOnlyShortensTheQueue() {
        HeadlessWindow.onFx(() -> queue.has(OptionalInt.of(2)));
        settled();
        List<TickRange> promised = ranges(entries());
        approve(promised.getFirst());
        settled();
        assertThat(ranges(entries())).isEqualTo(promised.subList(1, promised.size()));
    }

    @Test
    void whatWasPlannedStaysKnownWhileClipsAreDone() {
        HeadlessWindow.onFx(() -> queue.has(OptionalInt.of(2)));
        settled();
        int promised = entries().size();
        approve(entries().getFirst().range());
        settled();
        assertThat(HeadlessWindow.onFx(() -> queue.plannedProperty().get())).isEqualTo(promised).isEqualTo(entries().size() + 1);
    }

    @Test
    void askedForAnewTheTimeIsPlannedAgain() {
        HeadlessWindow.onFx(() -> queue.has(OptionalInt.of(2)));
        settled();
        approve(entries().getFirst().range());
        settled();
        HeadlessWindow.onFx(queue::rankAnew);
        settled();
        assertThat(HeadlessWindow.onFx(() -> queue.plannedProperty().get())).isEqualTo(entries().size());
    }

    private void approve(TickRange range) {
        String expert = HeadlessWindow.onFx(() -> workbench.expertProperty().get());
        dataset.append(new JournalEntry.Labelled(0, 1, expert, Instant.now(), new Label.Approval(range))).join();
        HeadlessWindow.onFx(queue::refresh);
    }

    @Test
    void aNewPolicyRanksAnew() {
        HeadlessWindow.onFx(() -> queue.has(OptionalInt.of(2)));
        settled();
        List<TickRange> promised = ranges(entries());
        approve(promised.getFirst());
        settled();
        drive();
        HeadlessWindow.onFx(queue::refresh);
        // The time is the expert's again: another clip comes for the one that was labelled.
        HeadlessWindow.await("another plan", MOST, () -> queue.quiet() && queue.entries().size() >= promised.size());
    }

    private void drive() {
        PolicyDescription description = new PolicyDescription(new PolicyInput("front", 4, 3,
                PolicyInput.ColourSpace.LAB), new Network.Ridge(1e-3), ActionSpec.STEER);
        dataset.save(new PolicyVersion(0, "v1", OptionalLong.empty(), 1, description,
                new Weights(new float[37]), 1, 10, OptionalDouble.empty(), Instant.now()))
                .thenCompose(saved -> dataset.makeDriver(OptionalLong.of(saved.id()))).join();
    }
}
