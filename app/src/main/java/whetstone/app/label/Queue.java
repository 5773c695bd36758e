package whetstone.app.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import whetstone.app.Failure;
import whetstone.app.RepeatShare;
import whetstone.app.Workbench;
import whetstone.labelling.Budget;
import whetstone.labelling.Clip;
import whetstone.labelling.ClipQueue;
import whetstone.labelling.Dataset;
import whetstone.labelling.trust.RepeatPlan;

/**
 * The clips of the open dataset, most to gain first, as many as fit into the time that the expert has. They are ranked anew when a new
 * policy arrives, when there are other rollouts or another time, and when asked for; while labels are given, the order stays as promised.
 * Reads on a reading thread; looks at the pictures in the background. FX thread.
 */
final class Queue {
    private final ObservableList<QueueEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<QueueEntry>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_DATASET);
    private final ReadOnlyObjectWrapper<OptionalInt> minutes = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final Workbench workbench;
    private final QueueWording wording;
    private final BlindRepeats repeats;
    private final DoubleSupplier speed;
    private final Thumbnails thumbnails;
    private Optional<ClipQueue> ranking = Optional.empty();
    private AtomicBoolean stopLooking = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper ordering = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper planned = new ReadOnlyIntegerWrapper();
    private boolean busy;
    private boolean again;
    private boolean looked;
    private double overheadSeconds = Budget.USUAL_OVERHEAD_SECONDS;
    private Optional<Basis> promised = Optional.empty();

    /** What an order was promised for; another one means to rank anew. */
    private record Basis(OptionalLong driver, int rollouts, OptionalInt minutes) {}

    /** What there is to choose from. */
    enum State { NO_DATASET, READING, NO_ROLLOUTS, NOTHING_LEFT, CLIPS }

    private record Asked(BlindRepeats.Draw draw, Optional<Basis> before, List<QueueEntry> shown, double speed, OptionalInt minutes) {}

    private record Ranked(Basis basis, boolean anew, List<QueueEntry> entries, Set<Clip> repeats, double overheadSeconds) {}

    /**
     * @param repeats mixed among the clips
     * @param speed of playback, by which clips take their time
     */
    Queue(Workbench workbench, QueueWording wording, BlindRepeats repeats, DoubleSupplier speed) {
        this.speed = speed;
        this.repeats = repeats;
        this.workbench = workbench;
        this.wording = wording;
        this.thumbnails = new Thumbnails(workbench.threads().read());
    }

    ObservableList<QueueEntry> entries() {
        return entries;
    }

    ReadOnlyObjectProperty<Optional<QueueEntry>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What ranks the open dataset's clips, with the pictures that it has looked at. */
    Optional<ClipQueue> ranking() {
        return ranking;
    }

    void choose(Optional<QueueEntry> entry) {
        chosen.set(entry);
    }

    /** The most valuable clip behind the chosen one, or the first. */
    Optional<QueueEntry> next() {
        int after = chosen.get().map(entries::indexOf).orElse(-1) + 1;
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(after < entries.size() ? after : 0));
    }

    /** The minutes that the expert has; empty where he gave no limit. */
    ReadOnlyObjectProperty<OptionalInt> minutesProperty() {
        return minutes.getReadOnlyProperty();
    }

    /** Whether pictures are still being looked at, so that the ranking may get better. */
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** Whether another order was asked for and is not there yet. */
    ReadOnlyBooleanProperty orderingProperty() {
        return ordering.getReadOnlyProperty();
    }

    /** How many clips there were when they were ranked last: those that are no longer there are done. */
    ReadOnlyIntegerProperty plannedProperty() {
        return planned.getReadOnlyProperty();
    }

    void has(OptionalInt minutesLeft) {
        minutes.set(minutesLeft);
        rankAnew();
    }

    /** Ranks anew, whatever was promised. */
    void rankAnew() {
        promised = Optional.empty();
        ordering.set(ranking.isPresent());
        refresh();
    }

    /** What the clips in the queue take at this speed, in seconds. */
    double secondsOfWork() {
        return entries.stream().mapToDouble(entry -> entry.seconds() / speed.getAsDouble() + overheadSeconds).sum();
    }

    /** Another dataset: what was shown of the one before goes. */
    void clear() {
        stopLooking();
        entries.clear();
        thumbnails.clear();
        chosen.set(Optional.empty());
        repeats.begin();
        promised = Optional.empty();
        ordering.set(false);
        busy = again = false;
        ranking = workbench.dataset().map(ClipQueue::new);
        state.set(workbench.dataset().isPresent() ? State.READING : State.NO_DATASET);
    }

    /** Takes in what changed; asked for while it ranks, it does so once more after. */
    void refresh() {
        if (busy) {
            again = true;
        } else {
            ranking.ifPresent(clips -> {
                busy = true;
                Asked asked = new Asked(repeats.draw(), promised, List.copyOf(entries), speed.getAsDouble(), minutes.get());
                workbench.read(dataset -> rank(dataset, clips, asked), this::ranked, () -> {
                    busy = false;
                    ordering.set(false);
                });
            });
        }
    }

    private Ranked rank(Dataset dataset, ClipQueue clips, Asked asked) {
        int rollouts = (int) dataset.rollouts().stream().filter(rollout -> !rollout.deleted()).count();
        OptionalLong driver = dataset.driver().map(version -> OptionalLong.of(version.id())).orElse(OptionalLong.empty());
        Basis basis = new Basis(driver, rollouts, asked.minutes);
        boolean anew = !asked.before.equals(Optional.of(basis));
        double overhead = Budget.overheadSeconds(dataset.experts().sittings(), asked.draw.expert());
        double seconds = asked.minutes.isPresent() ? 60.0 * asked.minutes.getAsInt() * (1 - RepeatShare.of(dataset)) : Double.POSITIVE_INFINITY;
        Budget budget = anew ? new Budget(seconds, asked.speed, overhead) : Budget.unlimited();
        RepeatPlan.Mixed mixed = asked.draw.mix(dataset, clips, clips.clips(budget));
        List<QueueEntry> ranked = wording.of(mixed.clips());
        return new Ranked(basis, anew, anew ? ranked : QueueOrder.kept(asked.shown, ranked, entry -> clips.isOpen(entry.rollout(), entry.range()),
                asked.minutes.isEmpty()), mixed.repeats(), overhead);
    }

    private void ranked(Ranked ranked) {
        busy = false;
        // Another order that was asked for meanwhile is still to come.
        ordering.set(again && ordering.get());
        promised = ordering.get() ? Optional.empty() : Optional.of(ranked.basis);
        repeats.are(ranked.repeats);
        if (ranked.anew) {
            overheadSeconds = ranked.overheadSeconds;
            planned.set(ranked.entries.size());
        }
        Optional<QueueEntry> before = chosen.get();
        // A list forgets what is selected when all its items are replaced, so it must hear of the chosen one anew.
        chosen.set(Optional.empty());
        entries.setAll(ranked.entries);
        chosen.set(before.flatMap(entry -> entries.stream().filter(entry::sameClip).findFirst()));
        state.set(!entries.isEmpty() ? State.CLIPS : ranked.basis.rollouts > 0 ? State.NOTHING_LEFT : State.NO_ROLLOUTS);
        if (ranked.anew || !looked) {
            look(ranking.orElseThrow());
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    /** Looks at the pictures that were not looked at yet, and ranks anew if no label was given meanwhile. */
    private void look(ClipQueue clips) {
        stopLooking();
        AtomicBoolean stop = stopLooking = new AtomicBoolean();
        looking.set(true);
        looked = false;
        int labels = workbench.labelsProperty().get();
        CompletableFuture.supplyAsync(() -> clips.look(stop::get), workbench.threads().background()).whenCompleteAsync((news, failure) -> {
            if (stop.get()) {
                return;
            }
            looking.set(false);
            looked = true;
            if (failure != null) {
                workbench.say(Failure.sentence(failure));
            } else if (news && workbench.labelsProperty().get() == labels) {
                rankAnew();
            }
        }, workbench.threads().fx());
    }

    /** Nothing is being read, ranked or looked at. */
    boolean quiet() {
        return !busy && !again && !looking.get();
    }

    /** Nothing is looked at for now: another dataset comes, or the screen is left. */
    void stopLooking() {
        stopLooking.set(true);
        looking.set(false);
    }

    /** Shows a clip's middle as a small picture, once it is read. */
    void thumbnail(QueueEntry entry, Consumer<Image> show) {
        int middle = (entry.range().from() + entry.range().to()) / 2;
        workbench.dataset().ifPresent(dataset ->
                thumbnails.of(dataset, entry.rollout(), middle).thenAcceptAsync(show, workbench.threads().fx()));
    }
}
