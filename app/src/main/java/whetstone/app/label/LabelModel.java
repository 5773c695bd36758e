package whetstone.app.label;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import whetstone.app.Mailbox;
import whetstone.app.Workbench;
import whetstone.labelling.Dataset;
import whetstone.labelling.Label;
import whetstone.labelling.TickRange;
import whetstone.labelling.replay.Ticker;

/**
 * The Label screen without its looks: the clip in view, its player, the expert's hand and what was said. Properties are read-only,
 * changes go through the verbs. The screen calls {@link #pulse} while something moves. FX thread.
 */
final class LabelModel {
    private static final double SECONDS_BEFORE_PUNCH_IN = 1;

    private final ReadOnlyObjectWrapper<Optional<OpenClip>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Traces> traces = new ReadOnlyObjectWrapper<>(Traces.NONE);
    private final Workbench workbench;
    private final Ticker ticker;
    private final BlindRepeats repeats;
    private final Queue queue;
    private final Player player;
    private final Journal journal;
    private final Hand hand;
    private final Recording recording;
    private final WorkLog work;
    private final Marks marks = new Marks();
    private final Comparison comparison = new Comparison();
    private final ShownSteering steering = new ShownSteering(comparison);
    private final ClipPicture picture;
    private Optional<Dataset> shown = Optional.empty();
    private Runnable wake = () -> { };

    LabelModel(Workbench workbench, QueueWording wording, Ticker ticker, InstantSource clock) {
        this.workbench = workbench;
        this.ticker = ticker;
        this.repeats = new BlindRepeats(workbench, clock);
        this.queue = new Queue(workbench, wording, repeats, () -> player().speedProperty().get());
        this.player = new Player(ticker, this::stir);
        this.journal = new Journal(workbench.threads().fx(), clock, workbench::say);
        Mailbox<Boolean> moves = new Mailbox<>(workbench.threads().fx(), _ -> wake.run());
        this.hand = new Hand(workbench.threads().drive(), ticker, () -> moves.post(true),
                sentence -> workbench.threads().fx().execute(() -> cutShort(sentence)));
        this.work = new WorkLog(workbench, ticker, clock);
        this.recording = new Recording(workbench, hand, journal, work, clock);
        this.picture = new ClipPicture(workbench.threads().read(), workbench.threads().fx(), workbench::say);
        queue.stateProperty().addListener((_, _, state) -> {
            if (state == Queue.State.CLIPS && open.get().isEmpty()) {
                next();
            }
        });
        journal.whenSaid(repeats::said);
        new RepairInForce(workbench, journal);
        journal.trackProperty().addListener((_, _, track) -> traces.set(open.get()
                .flatMap(clip -> track.map(labels -> TraceDrawing.of(clip, labels))).orElse(Traces.NONE)));
    }

    Queue queue() {
        return queue;
    }

    Player player() {
        return player;
    }

    Marks marks() {
        return marks;
    }

    Comparison comparison() {
        return comparison;
    }

    ShownSteering steering() {
        return steering;
    }

    Hand hand() {
        return hand;
    }

    Recording recording() {
        return recording;
    }

    WorkLog work() {
        return work;
    }

    ReadOnlyObjectProperty<Optional<OpenClip>> openProperty() {
        return open.getReadOnlyProperty();
    }

    ClipPicture picture() {
        return picture;
    }

    ReadOnlyObjectProperty<Traces> tracesProperty() {
        return traces.getReadOnlyProperty();
    }

    /** Where the stick is; where it rests and a label is in force, that label; empty before the first move. */
    ReadOnlyObjectProperty<OptionalDouble> expertSteerProperty() {
        return steering.steerProperty();
    }

    Journal journal() {
        return journal;
    }

    /** @param something called when something begins to move and pulses are wanted */
    void whenStirred(Runnable something) {
        wake = something;
    }

    // The clip in view

    void choose(QueueEntry entry) {
        if (!queue.chosenProperty().get().equals(Optional.of(entry))) {
            openClip(entry.rollout(), entry.range(), repeats.contain(entry));
        }
        queue.choose(Optional.of(entry));
    }

    /** Opens a whole rollout, wherever it stands in the queue. */
    void openRollout(long rollout) {
        queue.choose(Optional.empty());
        openClip(rollout, new TickRange(0, Integer.MAX_VALUE), false);
    }

    void next() {
        queue.next().ifPresent(this::choose);
    }

    void openClip(long rollout, TickRange range, boolean repeat) {
        recording.cut();
        workbench.read(dataset -> OpenClip.read(dataset, rollout, range), clip -> show(clip, repeat));
    }

    private void show(OpenClip clip, boolean repeat) {
        player.open(clip);
        picture.open(Optional.of(clip));
        marks.clear();
        open.set(Optional.of(clip));
        journal.open(open.get(), repeats.show(clip, repeat));
        stir();
    }

    /** Shows this dataset; where it is the one already shown, nothing changes. */
    void show(Optional<Dataset> dataset) {
        if (dataset.equals(shown)) {
            return;
        }
        shown = dataset;
        recording.cut();
        work.end();
        player.close();
        open.set(Optional.empty());
        picture.open(Optional.empty());
        journal.open(Optional.empty(), Optional.empty());
        queue.clear();
    }

    /** The screen is left: what plays pauses, a stroke is kept up to here. */
    void leave() {
        player.pause();
        recording.cut();
        queue.stopLooking();
        work.end();
    }

    // What moves

    private void stir() {
        pulse();
        wake.run();
    }

    /** Follows the player and the hand. @return whether something still moves */
    boolean pulse() {
        if (player.pulse()) {
            recording.end();
        }
        player.tick().ifPresent(picture::show);
        boolean records = recording.recordingProperty().get();
        steering.follow(player.tick(), traces.get(), hand.now(), ticker.nanos(), records);
        return player.playingProperty().get() || records || !hand.now().rests(ticker.nanos());
    }

    // What is said

    void recordOrStop() {
        if (recording.recordingProperty().get()) {
            player.pause();
            recording.end();
            stir();
        } else {
            open.get().ifPresent(clip -> {
                player.cue(marks.range(), SECONDS_BEFORE_PUNCH_IN);
                recording.begin(clip, player, marks.range());
                stir();
            });
        }
    }

    private void cutShort(String sentence) {
        workbench.say(sentence);
        player.pause();
        recording.cut();
    }

    void approve() {
        open.get().ifPresent(clip -> recording.say(clip, new Label.Approval(marks.range().orElse(clip.clip()))));
    }

    void reject() {
        open.get().ifPresent(clip -> recording.say(clip, new Label.Rejection(marks.range().orElse(clip.clip()))));
    }

    /** Looks at the labels raw, or again repaired. */
    void compare() {
        comparison.toggle();
        stir();
    }

    void undo() {
        recording.undo();
    }

    void redo() {
        recording.redo();
    }

    void markFrom() {
        open.get().ifPresent(clip -> marks.from(player.replay().orElseThrow().tick(), clip.clip()));
    }

    void markTo() {
        open.get().ifPresent(clip -> marks.to(player.replay().orElseThrow().tick(), clip.clip()));
    }
}
