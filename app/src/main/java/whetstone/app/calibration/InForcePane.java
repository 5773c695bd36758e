package whetstone.app.calibration;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import whetstone.app.Words;
import whetstone.app.Workbench;
import whetstone.labelling.calibration.Calibration;

/** Which lag is removed from the labels of this expert with this stick, and the way to measure it. FX thread. */
final class InForcePane extends VBox {
    private final Words words;
    private final CalibrationWording wording;
    private final VBox list = new VBox(6);

    /** @param calibrate opens the task */
    InForcePane(Words words, CalibrationWording wording, Workbench workbench, CalibrationsInForce known, Runnable calibrate) {
        this.words = words;
        this.wording = wording;
        getStyleClass().addAll("card-box", "in-force");
        Label title = new Label(words.get("inForce.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label whose = muted("");
        workbench.expertProperty().subscribe(expert -> whose.setText(words.get("whose", expert, workbench.stickNameProperty().get())));
        workbench.stickNameProperty().subscribe(stick -> whose.setText(words.get("whose", workbench.expertProperty().get(), stick)));
        Button begin = new Button(words.get("inForce.calibrate"), new FontIcon(Feather.CROSSHAIR));
        begin.setId("calibrate");
        begin.setMaxWidth(Double.MAX_VALUE);
        begin.setFocusTraversable(false);
        begin.setOnAction(_ -> calibrate.run());
        list.setId("calibrations");
        getChildren().addAll(title, whose, list, begin);
        known.bySpeedProperty().subscribe(this::show);
    }

    private void show(List<Calibration> bySpeed) {
        if (bySpeed.isEmpty()) {
            list.getChildren().setAll(muted(words.get("inForce.none")));
        } else {
            list.getChildren().setAll(bySpeed.stream().map(this::row).toList());
        }
    }

    private Node row(Calibration calibration) {
        Label speed = new Label(CalibrationWording.speed(calibration.speed()));
        speed.getStyleClass().add("speed-name");
        Label lag = new Label(wording.lag(calibration.lagSeconds(), calibration.lagSpreadSeconds()));
        lag.getStyleClass().add("reading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new VBox(1, new HBox(8, speed, gap, lag), muted(wording.inForce(calibration)));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
