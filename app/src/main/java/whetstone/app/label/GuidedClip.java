package whetstone.app.label;

import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.TickRange;
import whetstone.labelling.input.StickPoller;
import whetstone.labelling.replay.Ticker;

/**
 * One clip to be labelled as it is told: counts down, plays at a given speed while the stick is recorded, and ends by itself. Nothing can be
 * chosen, so that every person of a study labels alike. The recording is the Label screen's own. FX thread.
 */
public final class GuidedClip {
    private static final int COUNT = 3;
    private static final double RIBBON_SECONDS = 1.5;

    private final StackPane root = new StackPane();
    private final Label count = new Label();
    private final Workbench workbench;
    private final StickPoller poller;
    private final LabelModel model;
    private final PicturePane picture;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            model.pulse();
        }
    };
    private Timeline countdown = new Timeline();
    private Subscription task = Subscription.EMPTY;
    private boolean feedback;

    /** @param mouse takes the mouse's place over the picture, -1 at its left edge to 1 at its right */
    public GuidedClip(Workbench workbench, StickPoller poller, DoubleConsumer mouse) {
        Words words = Words.of("label");
        this.workbench = workbench;
        this.poller = poller;
        this.model = new LabelModel(workbench, new QueueWording(words), Ticker.SYSTEM, InstantSource.system());
        this.picture = new PicturePane(words, model.picture()::fit, mouse);
        count.getStyleClass().add("countdown");
        count.setMouseTransparent(true);
        root.getStyleClass().add("guided-clip");
        root.getStylesheets().add(GuidedClip.class.getResource("/whetstone/css/label.css").toExternalForm());
        root.getChildren().addAll(picture, count);
        model.picture().frameProperty().addListener((_, _, frame) -> frame.ifPresent(now -> {
            picture.show(now, model.openProperty().get().map(OpenClip::length).orElse(0));
            steer();
        }));
        model.expertSteerProperty().addListener((_, _, _) -> steer());
        model.recording().recordingProperty().addListener((_, _, recording) ->
                picture.recording(recording, model.player().speedProperty().get()));
    }

    public Parent node() {
        return root;
    }

    /**
     * Shows the clip's first frame, counts down, and records.
     *
     * @param shown whether ribbons and wheel show what the stick does
     * @param ended called once the labels are on disk
     */
    public void record(long rollout, TickRange range, double speed, boolean shown, Runnable ended) {
        leave();
        feedback = shown;
        poller.state().ifPresent(state -> model.hand().adopt(state.values()));
        poller.listen(model.hand());
        model.show(workbench.dataset());
        model.player().playAt(speed);
        double before = model.work().sittingProperty().get().labelledSeconds();
        task = Subscription.combine(
                model.openProperty().subscribe(open -> open.filter(clip -> clip.id() == rollout && clip.clip().equals(range))
                        .ifPresent(_ -> countDown())),
                model.work().sittingProperty().map(Sitting::labelledSeconds).subscribe(seconds -> {
                    if (seconds > before) {
                        end(ended);
                    }
                }));
        model.openClip(rollout, range, false);
        pulse.start();
    }

    private void end(Runnable ended) {
        task.unsubscribe();
        task = Subscription.EMPTY;
        workbench.threads().fx().execute(ended);
    }

    private void countDown() {
        countdown.stop();
        countdown = new Timeline();
        for (int second = 0; second <= COUNT; second++) {
            int left = COUNT - second;
            countdown.getKeyFrames().add(new KeyFrame(Duration.seconds(second), _ -> {
                count.setText(left == 0 ? "" : String.valueOf(left));
                if (left == 0) {
                    model.recordOrStop();
                }
            }));
        }
        countdown.play();
    }

    private void steer() {
        OptionalDouble steer = model.expertSteerProperty().get();
        picture.expert(feedback ? steer : OptionalDouble.empty());
        model.picture().frameProperty().get().ifPresent(frame -> picture.ribbons(
                feedback ? Ribbon.of(frame, frame.learner(), RIBBON_SECONDS) : Ribbon.NONE,
                feedback ? Ribbon.of(frame, steer, RIBBON_SECONDS) : Ribbon.NONE, Ribbon.NONE));
    }

    /** Ends what is under way; a stroke that was begun is kept up to here. */
    public void leave() {
        task.unsubscribe();
        task = Subscription.EMPTY;
        countdown.stop();
        count.setText("");
        pulse.stop();
        model.leave();
        poller.ignore(model.hand());
    }
}
