package whetstone.app.label;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import whetstone.app.Retraining;
import whetstone.app.Screen;
import whetstone.app.Settings;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.app.calibration.CalibrationsInForce;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.input.StickVerb;
import whetstone.labelling.replay.Ticker;
import whetstone.model.policy.Policy;
import whetstone.model.policy.PolicyVersion;

/**
 * The Label screen: the queue, the picture with both ribbons, the timeline, the transport and the numbers. It draws what its model says;
 * a timer runs only while something moves. FX thread.
 */
public final class LabelScreen implements Screen {
    private final Words words = Words.of("label");
    private final Ticker ticker = Ticker.SYSTEM;
    private final Workbench workbench;
    private final StickPoller poller;
    private final LabelModel model;
    private final Editing editing;
    private final BorderPane root = new BorderPane();
    private final PicturePane picture;
    private final TimelinePane timeline;
    private final NumbersPane numbers;
    private final LagReminder lag;
    private final SittingEnd sittingEnd;
    private final Consequence consequence;
    private final Pulse pulse = new Pulse();
    /** On the polling thread; every press counts, so they do not pass through a mailbox. */
    private final Consumer<StickVerb> verbs;
    private Subscription seen = Subscription.EMPTY;

    /**
     * @param poller whose samples become strokes
     * @param mouse takes the mouse's place over the picture, -1 at its left edge to 1 at its right
     * @param keys takes the direction of the steering keys held: -1 (left), 0 (none) or 1 (right)
     * @param settings the user's, for what the screen remembers
     * @param policies builds a policy for a background thread
     */
    public LabelScreen(Workbench workbench, Retraining retraining, StickPoller poller, DoubleConsumer mouse, IntConsumer keys,
                       Settings settings, Function<PolicyVersion, Policy> policies) {
        this.poller = poller;
        this.workbench = workbench;
        this.model = new LabelModel(workbench, new QueueWording(words), ticker, InstantSource.system());
        this.picture = new PicturePane(words, model.picture()::fit, mouse);
        this.timeline = new TimelinePane(words, model.player()::seek, model::compare);
        this.sittingEnd = new SittingEnd(workbench, retraining);
        this.numbers = new NumbersPane(words, new ExpertChoice(words, workbench), sittingEnd.toggle(words));
        CameraButton camera = new CameraButton(words, model.picture());
        this.consequence = new Consequence(words, workbench, model, new Trials(workbench, policies, words, model),
                new TrialPlayer(ticker, settings), new RibbonLength(settings));
        consequence.show(picture, timeline, pulse::start);
        DoubtLayer.over(words, timeline, new LabelDoubt(workbench, model));
        TrustLayer.over(words, timeline, new LabelTrust(workbench, model));
        picture.lowerRight(camera);
        picture.hint(new FirstLabelHint(words, workbench, model.recording().recordingProperty()));
        this.lag = new LagReminder(words, workbench, new CalibrationsInForce(workbench, InstantSource.system()), model.player().speedProperty());
        numbers.getChildren().add(lag);
        this.editing = new Editing(words, workbench, model, timeline);
        TransportBar transport = new TransportBar(words, model, editing.model());
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox centre = new VBox(picture, editing.bar(), timeline, transport);
        centre.getStyleClass().add("centre");
        EmptyPlace empty = new EmptyPlace(words, model, workbench.openingProperty(), centre);
        root.getStyleClass().add("label-screen");
        root.getStylesheets().add(LabelScreen.class.getResource("/whetstone/css/label.css").toExternalForm());
        root.setLeft(new QueuePane(words, model));
        root.setCenter(empty);
        root.setRight(numbers);
        root.setFocusTraversable(true);
        LabelKeys labelKeys = new LabelKeys(model, trials(), camera::edit, keys);
        root.addEventFilter(InputEvent.ANY, _ -> model.work().seen(OptionalDouble.empty()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!editing.keys().pressed(key)) {
                labelKeys.pressed(key);
            }
        });
        root.addEventFilter(KeyEvent.KEY_RELEASED, labelKeys::released);
        LabelButtons buttons = new LabelButtons(model);
        verbs = verb -> workbench.threads().fx().execute(() -> buttons.pressed(verb));
        model.whenStirred(pulse::start);
        drawChanges();
    }

    /** What the model changes is drawn; both live as long as the window, so these are never taken back. */
    private void drawChanges() {
        model.picture().frameProperty().addListener((_, _, frame) -> frame.ifPresent(now -> {
            picture.show(now, model.openProperty().get().map(OpenClip::length).orElse(0));
            drawSteering();
        }));
        model.expertSteerProperty().addListener((_, _, _) -> drawSteering());
        model.tracesProperty().addListener((_, _, traces) -> timeline.show(traces));
        model.tracesProperty().addListener((_, _, _) -> compare());
        model.comparison().rawProperty().addListener((_, _, _) -> compare());
        model.openProperty().addListener((_, _, open) -> open.ifPresent(this::view));
        model.player().positionProperty().addListener((_, _, position) -> timeline.playhead(position.doubleValue()));
        model.marks().rangeProperty().addListener((_, _, range) -> timeline.bracket(range));
        model.recording().recordingProperty().addListener((_, _, recording) -> {
            picture.recording(recording, model.player().speedProperty().get());
            timeline.clearLive();
        });
        model.player().speedProperty().addListener((_, _, speed) ->
                picture.recording(model.recording().recordingProperty().get(), speed.doubleValue()));
        model.work().sittingProperty().subscribe(sitting -> numbers.show(sitting));
        model.work().sittingProperty().map(Sitting::labelledSeconds).subscribe(sittingEnd::labelled);
    }

    private void compare() {
        boolean raw = model.comparison().rawProperty().get();
        timeline.compare(raw);
        numbers.compare(raw);
        picture.raw(raw ? words.get(model.tracesProperty().get().anyRepaired() ? "compare.raw" : "compare.same") : "");
    }

    private void view(OpenClip clip) {
        double margin = Math.max(clip.ticksPerSecond() / 2, clip.clip().length() * 0.1);
        timeline.view(Math.max(0, clip.clip().from() - margin), Math.min(clip.length(), clip.clip().to() + margin));
    }

    private void drawSteering() {
        OptionalDouble steer = model.expertSteerProperty().get();
        picture.expert(steer);
        model.picture().frameProperty().get().ifPresent(frame -> {
            consequence.drawRibbons(picture, frame, steer);
            numbers.show(frame, steer);
        });
    }

    /** @param calibrate brings the lag calibration into view */
    public void leadToCalibration(Runnable calibrate) {
        lag.setOnAction(_ -> calibrate.run());
    }

    /** Opens a whole rollout, as the Data screen asks for. */
    public void openRollout(long rollout) {
        model.openRollout(rollout);
    }

    /** The frame that is shown; empty where no clip is open. */
    public Optional<FrameInView> inView() {
        return model.openProperty().get().flatMap(clip -> model.player().tick().stream()
                .mapToObj(tick -> new FrameInView(clip.id(), tick)).findFirst());
    }

    LabelModel model() {
        return model;
    }

    Trials trials() {
        return consequence.trials();
    }

    EditModel edit() {
        return editing.model();
    }

    /** Whether the timer runs. */
    boolean pulsing() {
        return pulse.running;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        seen = Subscription.combine(workbench.datasetProperty().subscribe(model::show),
                workbench.datasetProperty().subscribe(sittingEnd::show),
                workbench.changeProperty().subscribe(_ -> model.queue().refresh()));
        poller.state().ifPresent(state -> model.hand().adopt(state.values()));
        poller.listen(model.hand());
        poller.onVerb(verbs);
        pulse.start();
    }

    @Override
    public void hidden() {
        seen.unsubscribe();
        poller.ignore(model.hand());
        poller.removeOnVerb(verbs);
        model.leave();
        trials().close();
        sittingEnd.left();
        pulse.stop();
    }

    /** Runs while something moves, and stops itself. */
    private final class Pulse extends AnimationTimer {
        private boolean running;

        @Override
        public void start() {
            running = true;
            super.start();
        }

        @Override
        public void stop() {
            running = false;
            super.stop();
        }

        @Override
        public void handle(long now) {
            model.work().seen(model.player().playingProperty().get() ? OptionalDouble.of(model.player().speedProperty().get())
                    : OptionalDouble.empty());
            boolean moves = model.pulse() | consequence.pulse();
            if (model.recording().recordingProperty().get()) {
                timeline.extendLive(model.player().positionProperty().get(), model.hand().now().steer());
            }
            if (!moves) {
                stop();
            }
        }
    }
}
