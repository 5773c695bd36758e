package whetstone.app.label;

import static org.assertj.core.api.Assertions.assertThat;
import static whetstone.app.HeadlessWindow.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whetstone.app.BackgroundTraining;
import whetstone.app.HeadlessWindow;
import whetstone.app.RepeatShare;
import whetstone.app.SkywayDataset;
import whetstone.app.Threads;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.JournalEntry;
import whetstone.labelling.Label;
import whetstone.labelling.Repeat;
import whetstone.labelling.Stroke;
import whetstone.labelling.StrokeSamples;
import whetstone.labelling.TickRange;
import whetstone.labelling.calibration.Calibration;
import whetstone.labelling.replay.PlaybackSegment;
import whetstone.labelling.replay.Ticker;
import whetstone.labelling.trust.Repeatability;
import whetstone.model.ActionSpec;

/** A sitting on a real file, of which Ada labelled the first half days ago. */
class BlindRepeatsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final TickRange OLD = new TickRange(0, 200);

    @TempDir
    private Path folder;
    private final Threads threads = new Threads();
    private Dataset dataset;
    private long rollout;
    private Workbench workbench;
    private LabelModel model;
    private LabelTrust trust;
    private LabelDoubt doubt;

    @BeforeEach
    void open() {
        HeadlessWindow.start();
        dataset = SkywayDataset.empty(folder);
        rollout = SkywayDataset.byLearner(dataset, "alpha", 400, 1);
        dataset.setSetting("expert", "Ada").join();
        RepeatShare.keep(0.2, dataset);
        dataset.append(new JournalEntry.Labelled(0, rollout, "Ada", MONDAY, new Label.Correction(OLD, stroke()))).join();
    }

    private Stroke stroke() {
        long[] nanos = IntStream.range(0, OLD.length()).mapToLong(i -> i * 100_000_000L).toArray();
        float[] values = new float[nanos.length];
        java.util.Arrays.fill(values, 0.4f);
        return new Stroke(0, rollout, "Ada", "Wheel", MONDAY, 10, ActionSpec.STEER, List.of(new PlaybackSegment(0, 0, 1)),
                new StrokeSamples(1, nanos, values));
    }

    private void show() {
        onFx(() -> {
            workbench = new Workbench(threads, new BackgroundTraining(threads.train(), threads.fx(), List.of()));
            model = new LabelModel(workbench, new QueueWording(Words.of("label")), Ticker.SYSTEM, Instant::now);
            trust = new LabelTrust(workbench, model);
            doubt = new LabelDoubt(workbench, model);
            workbench.open(dataset);
            model.show(workbench.dataset());
            model.queue().refresh();
        });
        waitFor("the first clip", () -> model.openProperty().get().isPresent());
    }

    @AfterEach
    void close() {
        threads.close();
        dataset.close();
    }

    private static void waitFor(String what, BooleanSupplier holds) {
        HeadlessWindow.await(what, Duration.ofSeconds(10), holds);
    }

    private List<QueueEntry> repeats() {
        return onFx(() -> List.copyOf(model.queue().entries().filtered(entry -> entry.range().to() <= OLD.to())));
    }

    private QueueEntry openRepeat() {
        show();
        QueueEntry repeat = repeats().getFirst();
        onFx(() -> model.choose(repeat));
        waitFor("the repeat", () -> model.openProperty().get().orElseThrow().clip().equals(repeat.range()));
        return repeat;
    }

    private float labelAt(int tick) {
        return onFx(() -> model.tracesProperty().get().label()[tick]);
    }

    private void approve() {
        onFx(model::approve);
        waitFor("the repeat on disk", () -> !dataset.experts().repeats().isEmpty());
    }

    @Test
    void oneClipInFiveIsOneOfLongAgo() {
        show();
        double fifth = onFx(() -> model.queue().entries().size()) / 5.0;
        assertThat((double) repeats().size()).isBetween(fifth - 1, fifth + 1);
    }

    @Test
    void switchedOffNoneComesBack() {
        RepeatShare.keep(0, dataset);
        show();
        assertThat(repeats()).isEmpty();
    }

    @Test
    void whatWasLabelledInThisSittingDoesNotComeBack() {
        dataset.append(new JournalEntry.Labelled(0, rollout, "Ada", Instant.now(), new Label.Approval(OLD))).join();
        show();
        assertThat(repeats()).isEmpty();
    }

    @Test
    void aRepeatsOldLabelIsNotDrawn() {
        QueueEntry repeat = openRepeat();
        assertThat(labelAt(repeat.range().from() + 5)).isNaN();
    }

    @Test
    void aRepeatsOldLabelIsNoNumberAndNoRibbon() {
        openRepeat();
        onFx(model::pulse);
        assertThat(onFx(() -> model.expertSteerProperty().get())).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theTrustInALabelIsKnownWhileItIsInView() {
        show();
        onFx(() -> model.openRollout(rollout));
        waitFor("the trust", () -> trust.trustProperty().get().length == 400 && trust.trustProperty().get()[5] > 0);
        assertThat(onFx(() -> trust.trustProperty().get()[5])).isBetween(0.5f, 1f);
    }

    @Test
    void theTrustInARepeatsOldLabelIsNotShown() {
        QueueEntry repeat = openRepeat();
        waitFor("the trust", () -> trust.trustProperty().get().length == 400);
        assertThat(onFx(() -> trust.trustProperty().get()[repeat.range().from() + 5])).isNaN();
    }

    @Test
    void doubtIsKnownAlongWhatIsNotHidden() {
        show();
        onFx(() -> model.openRollout(rollout));
        waitFor("the doubt", () -> doubt.doubtProperty().get().containsKey(395));
    }

    @Test
    void doubtDoesNotTellWhereARepeatsLabelsAreHidden() {
        openRepeat();
        waitFor("the pictures to be looked at", () -> model.queue().quiet());
        onFx(workbench::contentsChanged);
        waitFor("the queue", () -> model.queue().quiet());
        assertThat(onFx(() -> doubt.doubtProperty().get())).isEmpty();
    }

    @Test
    void aRepeatsOldStrokeIsNotDrawn() {
        dataset.experts().save(new Calibration(0, "Ada", "Wheel", 1, 0.2, 0.02, 2, 0, 0.9, MONDAY)).join();
        QueueEntry repeat = openRepeat();
        assertThat(onFx(() -> model.tracesProperty().get().raw()[repeat.range().from() + 5])).isNaN();
    }

    @Test
    void openedOutsideTheQueueItsLabelIsThere() {
        show();
        onFx(() -> model.openRollout(rollout));
        waitFor("the rollout", () -> model.openProperty().get().orElseThrow().clip().length() == 400);
        assertThat(labelAt(5)).isEqualTo(0.4f);
    }

    @Test
    void onceItIsLabelledAllLabelsShowAgain() {
        QueueEntry repeat = openRepeat();
        approve();
        int other = repeat.range().from() > 0 ? 0 : OLD.to() - 1;
        assertThat(labelAt(other)).isEqualTo(0.4f);
        assertThat(labelAt(repeat.range().from() + 5)).isZero();
    }

    @Test
    void aLabelledRepeatIsKept() {
        QueueEntry repeat = openRepeat();
        approve();
        assertThat(dataset.experts().repeats()).extracting(Repeat::expert, Repeat::range)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ada", repeat.range()));
    }

    @Test
    void aLabelledRepeatIsComparedWithTheOldLabel() {
        openRepeat();
        approve();
        assertThat(Repeatability.of(dataset).ofExpert("Ada").getFirst().bias()).isCloseTo(-0.4, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void aRepeatThatWasOnlyLookedAtIsNone() {
        QueueEntry repeat = openRepeat();
        onFx(model::next);
        waitFor("another clip", () -> !model.openProperty().get().orElseThrow().clip().equals(repeat.range()));
        assertThat(dataset.experts().repeats()).isEmpty();
    }

    @Test
    void aLabelOfTheSameClipGivenInSightOfItIsNoRepeat() {
        show();
        onFx(() -> model.openRollout(rollout));
        waitFor("the rollout", () -> model.openProperty().get().orElseThrow().clip().length() == 400);
        onFx(model::approve);
        waitFor("the approval", () -> dataset.journal(rollout).size() == 2);
        assertThat(dataset.experts().repeats()).isEmpty();
    }

    @Test
    void aRepeatIsGivenTheReasonOfAnOrdinaryClip() {
        show();
        List<String> ordinary = onFx(() -> model.queue().entries().stream().map(QueueEntry::explained).toList());
        assertThat(repeats().getFirst().explained()).isIn(ordinary.stream().filter(reason -> !reason.isBlank()).toList()).isNotBlank();
    }
}
