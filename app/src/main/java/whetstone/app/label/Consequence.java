package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.Workbench;

/**
 * Where a command or a label leads, in the picture and on the timeline: both ribbons, the trial in its picture-in-picture, the marks that
 * trials left; and where a recording can't be driven on from, the way that its labels lead by the vehicle model alone. FX thread.
 */
final class Consequence {
    private final Words words;
    private final Workbench workbench;
    private final LabelModel model;
    private final Trials trials;
    private final TrialPlayer player;
    private final RibbonLength length;

    Consequence(Words words, Workbench workbench, LabelModel model, Trials trials, TrialPlayer player, RibbonLength length) {
        this.words = words;
        this.workbench = workbench;
        this.model = model;
        this.trials = trials;
        this.player = player;
        this.length = length;
    }

    Trials trials() {
        return trials;
    }

    /** @param wake called when something begins to move and {@link #pulse} is wanted */
    void show(PicturePane picture, TimelinePane timeline, Runnable wake) {
        TrialPane pane = new TrialPane(words, player, () -> trials.shownProperty().get().ifPresent(tried -> {
            player.play(tried);
            wake.run();
        }), trials::close);
        TrialReel reel = new TrialReel(workbench.threads().background(), workbench.threads().fx(), pane::picture, workbench::say);
        trials.computingProperty().addListener((_, _, now) -> pane.computing(now));
        trials.shownProperty().addListener((_, _, tried) -> {
            pane.show(tried);
            player.stop();
            reel.clear();
            tried.ifPresent(now -> {
                player.play(now);
                reel.ask(now, 0);
                wake.run();
            });
        });
        player.momentProperty().addListener((_, _, moment) ->
                trials.shownProperty().get().ifPresent(tried -> reel.ask(tried, moment.intValue())));
        trials.marksProperty().addListener((_, _, marks) -> timeline.tried(marks));
        picture.lowerLeft(new TrialControls(words, trials, workbench));
        picture.lowerRight(lengthButton());
        picture.inset(pane);
        Runnable redraw = () -> model.picture().frameProperty().get()
                .ifPresent(frame -> drawRibbons(picture, frame, model.expertSteerProperty().get()));
        length.secondsProperty().addListener((_, _, _) -> redraw.run());
        model.tracesProperty().addListener((_, _, _) -> redraw.run());
        trials.hindranceProperty().addListener((_, _, _) -> redraw.run());
    }

    private Button lengthButton() {
        Button button = new Button(null, new FontIcon(Feather.CHEVRONS_UP));
        button.setId("ribbon-length");
        button.getStyleClass().addAll(Styles.FLAT, "picture-button");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(words.get("ribbon.tip")));
        button.textProperty().bind(length.secondsProperty().map(seconds -> words.get("ribbon.length", seconds.doubleValue())));
        button.setOnAction(_ -> length.next());
        return button;
    }

    /** Both ribbons from the recorded state: its speed, its steering angle, the recording's vehicle and camera. */
    void drawRibbons(PicturePane picture, Frame frame, OptionalDouble expertSteer) {
        double seconds = length.secondsProperty().get();
        picture.ribbons(Ribbon.of(frame, frame.learner(), seconds), Ribbon.of(frame, expertSteer, seconds),
                trials.hindranceProperty().get().isPresent() ? Ribbon.following(frame, model.tracesProperty().get().label()) : Ribbon.NONE);
    }

    /** Follows what plays. @return whether it goes on */
    boolean pulse() {
        return player.pulse();
    }
}
