package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import whetstone.app.Words;

/** The numbers of the newest frame and of the ride so far. FX thread. */
final class RideNumbers extends VBox {
    private final Label learner = new Label();
    private final Label executed = new Label();
    private final Label control = new Label();
    private final Label doubt = new Label();
    private final Label speed = new Label();
    private final Label time = new Label();
    private final Label distance = new Label();
    private final Label laps = new Label();
    private final Label falls = new Label();
    private final Label perLap = new Label();
    private final Label returned = new Label();
    private final Words words;

    RideNumbers(Words words) {
        super(10);
        this.words = words;
        getStyleClass().add("ride-numbers");
        learner.getStyleClass().add("learner");
        GridPane now = grid();
        row(now, 0, "numbers.control", control);
        row(now, 1, "numbers.learner", learner);
        row(now, 2, "numbers.executed", executed);
        row(now, 3, "numbers.doubt", doubt);
        row(now, 4, "numbers.speed", speed);
        GridPane ride = grid();
        row(ride, 0, "numbers.time", time);
        row(ride, 1, "numbers.distance", distance);
        row(ride, 2, "numbers.laps", laps);
        row(ride, 3, "numbers.falls", falls);
        row(ride, 4, "numbers.perLap", perLap);
        row(ride, 5, "numbers.return", returned);
        getChildren().addAll(title("numbers.now"), now, title("numbers.ride"), ride);
        clear();
    }

    void clear() {
        for (Label label : new Label[] {learner, executed, control, doubt, speed, time, distance, laps, falls, perLap, returned}) {
            label.setText("–");
        }
    }

    void show(Frame frame) {
        learner.setText(frame.learner().isPresent() ? steer(frame.learner().getAsDouble()) : "–");
        executed.setText(steer(frame.executed()));
        control.setText(words.get("control." + frame.control().name().toLowerCase(Locale.ROOT)));
        doubt.setText(frame.doubt().isPresent() ? String.format(Locale.ROOT, "%.2f", frame.doubt().getAsDouble()) : "–");
        speed.setText(String.format(Locale.ROOT, "%.1f m/s", frame.speed()));
        time.setText(String.format(Locale.ROOT, "%d:%02d", (int) frame.seconds() / 60, (int) frame.seconds() % 60));
        distance.setText(String.format(Locale.ROOT, "%,.0f m", frame.distance()));
        laps.setText(String.valueOf(frame.laps()));
        falls.setText(String.valueOf(frame.falls()));
        returned.setText(frame.returned().isPresent() ? String.format(Locale.ROOT, "%.1f", frame.returned().getAsDouble()) : "–");
        falls.pseudoClassStateChanged(Styles.STATE_DANGER, frame.falls() > 0);
        perLap.setText(frame.laps() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", frame.falls() / (double) frame.laps()));
    }

    private static String steer(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }

    private Label title(String key) {
        Label title = new Label(words.get(key));
        title.getStyleClass().add(Styles.TITLE_4);
        return title;
    }

    private static GridPane grid() {
        return new GridPane(8, 7);
    }

    private void row(GridPane grid, int row, String key, Label value) {
        Label name = new Label(words.get(key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("number");
        GridPane.setHalignment(value, HPos.RIGHT);
        grid.addRow(row, name, value);
    }
}
