package whetstone.app.label;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;

/** The numbers beside the picture: of the frame in view, and of this sitting. FX thread. */
final class NumbersPane extends VBox {
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final double LARGE_DISAGREEMENT = 0.3;

    private final Words words;
    private final Label expertName = new Label();
    private final Label learner = value("learner");
    private final Label expert = value("expert");
    private final Label disagreement = value("disagreement");
    private final Label executed = value("executed");
    private final Label speed = value("speed");
    private final Label control = value("control");
    private final Label seconds = value("seconds");
    private final Label perMinute = value("per-minute");
    private final Label redone = value("redone");

    /**
     * @param who chooses who labels
     * @param retrain the switch for retraining when the sitting ends
     */
    NumbersPane(Words words, Node who, Node retrain) {
        this.words = words;
        getStyleClass().add("numbers");
        learner.getStyleClass().add("learner-text");
        expert.getStyleClass().add("expert-text");
        compare(false);
        getChildren().addAll(title("numbers.frame"), row("numbers.learner", learner), row(expertName, expert),
                row("numbers.disagreement", disagreement), row("numbers.executed", executed), row("numbers.speed", speed),
                row("numbers.control", control), new Separator(),
                title("numbers.sitting"), row("who", who), row("numbers.labelled", seconds), row("numbers.perMinute", perMinute),
                row("numbers.redone", redone), row("retrain", retrain));
    }

    private Label title(String key) {
        Label title = new Label(words.get(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private HBox row(String key, Node value) {
        return row(new Label(words.get(key)), value);
    }

    private static HBox row(Label name, Node value) {
        name.getStyleClass().add("row-name-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(name, gap, value);
        row.getStyleClass().add("number-row");
        return row;
    }

    /** @param raw whether the expert's label is shown as it was given */
    void compare(boolean raw) {
        expertName.setText(words.get(raw ? "numbers.expert.raw" : "numbers.expert"));
    }

    private static Label value(String id) {
        Label value = new Label();
        value.setId("number-" + id);
        value.getStyleClass().add("number");
        return value;
    }

    /** @param expertSteer the stick's, or where it is at rest and a label is in force, the label's */
    void show(Frame frame, OptionalDouble expertSteer) {
        learner.setText(signed(frame.learner()));
        expert.setText(signed(expertSteer));
        executed.setText(signed(frame.executed()));
        speed.setText(frame.speedMeasured() ? words.get("numbers.metresPerSecond", frame.speed()) : words.get("numbers.none"));
        control.setText(words.get("control." + frame.step().control().name().toLowerCase(Locale.ROOT)));
        OptionalDouble difference = frame.learner().isPresent() && expertSteer.isPresent()
                ? OptionalDouble.of(Math.abs(frame.learner().getAsDouble() - expertSteer.getAsDouble())) : OptionalDouble.empty();
        disagreement.setText(difference.isPresent() ? words.get("numbers.plain", difference.getAsDouble()) : words.get("numbers.none"));
        disagreement.pseudoClassStateChanged(LARGE, difference.orElse(0) > LARGE_DISAGREEMENT);
    }

    void show(Sitting sitting) {
        long whole = Math.round(sitting.labelledSeconds());
        seconds.setText(whole < 60 ? words.get("numbers.seconds", whole) : words.get("numbers.minutes", whole / 60, whole % 60));
        OptionalDouble rate = sitting.secondsPerMinute();
        perMinute.setText(rate.isPresent() ? words.get("numbers.secondsTenths", rate.getAsDouble()) : words.get("numbers.none"));
        redone.setText(sitting.redone() == 1 ? words.get("numbers.stroke") : words.get("numbers.strokes", sitting.redone()));
    }

    private String signed(OptionalDouble value) {
        return value.isPresent() ? words.get("numbers.signed", value.getAsDouble()) : words.get("numbers.none");
    }
}
