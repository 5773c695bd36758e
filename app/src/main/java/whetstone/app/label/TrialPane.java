package whetstone.app.label;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.picture.CameraView;
import whetstone.labelling.trial.TrialDriver;
import whetstone.model.Picture;

/** The picture-in-picture of a trial: who steers at each moment, how it ended, and how fast it plays. FX thread. */
final class TrialPane extends VBox {
    private static final PseudoClass POLICY = PseudoClass.getPseudoClass("policy");

    private final Words words;
    private final TrialWording wording;
    private final TrialPlayer player;
    private final CameraView view = new CameraView();
    private final TrialBar bar = new TrialBar();
    private final Label steers = new Label();
    private final Label outcome = new Label();
    private Optional<Tried> shown = Optional.empty();

    /** @param again plays from the start; @param close takes this out of view */
    TrialPane(Words words, TrialPlayer player, Runnable again, Runnable close) {
        this.words = words;
        this.wording = new TrialWording(words);
        this.player = player;
        getStyleClass().add("trial");
        setId("trial");
        steers.getStyleClass().add("trial-steers");
        outcome.getStyleClass().add("trial-outcome");
        outcome.setId("trial-outcome");
        StackPane screen = new StackPane(view, outcome);
        StackPane.setAlignment(outcome, Pos.TOP_LEFT);
        VBox.setVgrow(screen, Priority.ALWAYS);
        Button speed = small("trial-speed", "tried.speed.tip", player::nextSpeed);
        speed.textProperty().bind(player.speedProperty().map(now -> Speeds.text(now.doubleValue())));
        Button replay = small("trial-again", "tried.again.tip", again);
        replay.setGraphic(new FontIcon(Feather.ROTATE_CCW));
        Button leave = small("trial-close", "tried.close.tip", close);
        leave.setGraphic(new FontIcon(Feather.X));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(steers, gap, speed, replay, leave);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("trial-foot");
        getChildren().addAll(screen, bar, foot);
        setVisible(false);
        // Over this picture the mouse does not steer.
        addEventHandler(MouseEvent.MOUSE_MOVED, Event::consume);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, Event::consume);
        player.momentProperty().addListener((_, _, moment) -> shown.ifPresent(tried -> at(tried, moment.intValue())));
    }

    private Button small(String id, String tip, Runnable verb) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "trial-button");
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words.get(tip)));
        button.setOnAction(_ -> verb.run());
        return button;
    }

    /** Nothing is seen yet, but it is computed. */
    void computing(boolean now) {
        if (now) {
            setVisible(true);
            view.clear();
            bar.clear();
            steers.setText(words.get("tried.computing"));
            steers.pseudoClassStateChanged(POLICY, false);
            outcome.setVisible(false);
        }
    }

    void show(Optional<Tried> tried) {
        shown = tried;
        setVisible(tried.isPresent());
        tried.ifPresent(now -> {
            outcome.setVisible(true);
            outcome.setText(wording.mark(now.mark()));
            outcome.getStyleClass().setAll("label", "trial-outcome", TrialWording.style(now.mark().outcome()));
            bar.show(now);
            at(now, 0);
        });
    }

    void picture(Picture picture) {
        view.show(picture);
    }

    private void at(Tried tried, int moment) {
        TrialDriver by = tried.by(moment);
        steers.setText(wording.steers(by, tried.policy()));
        steers.pseudoClassStateChanged(POLICY, by == TrialDriver.POLICY);
        bar.at(moment);
    }
}
