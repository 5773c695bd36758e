package whetstone.app.watch;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import whetstone.app.Words;

/** Who drives a ride that is compared with another, and how it went so far. FX thread. */
final class RideHeader extends HBox {
    private final Label name = new Label();
    private final Label time = number();
    private final Label laps = number();
    private final Label falls = number();
    private final Label perLap = number();
    private final Words words;

    RideHeader(Words words) {
        super(14);
        this.words = words;
        getStyleClass().add("ride-header");
        setAlignment(Pos.BASELINE_LEFT);
        managedProperty().bind(visibleProperty());
        name.getStyleClass().add(Styles.TEXT_BOLD);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, space, pair("numbers.time", time), pair("numbers.laps", laps), pair("numbers.falls", falls),
                pair("numbers.perLap", perLap));
    }

    void name(String driver) {
        name.setText(driver);
    }

    void show(Frame frame) {
        time.setText(String.format(Locale.ROOT, "%d:%02d", (int) frame.seconds() / 60, (int) frame.seconds() % 60));
        laps.setText(String.valueOf(frame.laps()));
        falls.setText(String.valueOf(frame.falls()));
        falls.pseudoClassStateChanged(Styles.STATE_DANGER, frame.falls() > 0);
        perLap.setText(frame.laps() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", frame.falls() / (double) frame.laps()));
    }

    private Node pair(String key, Label value) {
        Label what = new Label(words.get(key));
        what.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        HBox pair = new HBox(5, what, value);
        pair.setAlignment(Pos.BASELINE_LEFT);
        return pair;
    }

    private static Label number() {
        Label number = new Label("–");
        number.getStyleClass().add("number");
        return number;
    }
}
