package whetstone.app.calibration;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Plot;
import whetstone.app.plot.Series;
import whetstone.labelling.calibration.LagEstimate;

/** What a calibration said: a column for each speed with its lag, or why it was refused, and the curves before and after. FX thread. */
final class ResultPane extends HBox {
    private final Words words;
    private final CalibrationWording wording;

    ResultPane(Words words, CalibrationWording wording) {
        super(12);
        this.words = words;
        this.wording = wording;
        setId("result");
    }

    void show(Standing.Done done) {
        getChildren().setAll(done.outcomes().stream().map(outcome -> column(done, outcome)).toList());
    }

    private VBox column(Standing.Done done, Standing.Outcome outcome) {
        ResultCurves curves = new ResultCurves(words, done.run(), outcome.stretch());
        double speed = outcome.stretch().target().speed();
        VBox column = new VBox(6);
        column.getStyleClass().addAll("card-box", "result-column");
        column.setPrefWidth(100);
        HBox.setHgrow(column, Priority.ALWAYS);
        switch (outcome.estimate()) {
            case LagEstimate.Measured measured -> column.getChildren().addAll(
                    title("result-lag", speed, wording.lag(measured.lagSeconds(), measured.lagSpreadSeconds())),
                    details(measured), plot("curve.before", curves, curves.given()),
                    plot("curve.after", curves, curves.repaired(measured)));
            case LagEstimate.Refused refused -> column.getChildren().addAll(title("result-refused", speed, words.get("result.refused")),
                    danger(refused.sentence()), plot("curve.before", curves, curves.given()));
        }
        return column;
    }

    private Label details(LagEstimate.Measured measured) {
        Label label = new Label(wording.details(measured));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox title(String id, double speed, String said) {
        Label name = new Label(CalibrationWording.speed(speed));
        name.getStyleClass().addAll(Styles.TITLE_4, "speed-name");
        Label value = new Label(said);
        value.setId(id + "-" + CalibrationWording.percent(speed));
        value.getStyleClass().addAll(Styles.TITLE_4, id);
        return new HBox(12, name, value);
    }

    private VBox plot(String key, ResultCurves curves, List<Series> series) {
        Plot plot = new Plot(words.get("curve.seconds"), words.get("curve.steer"));
        plot.setMinHeight(110);
        plot.show(curves.time(), ResultCurves.steering(), series);
        VBox.setVgrow(plot, Priority.ALWAYS);
        Legend legend = new Legend();
        legend.show(series);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox box = new VBox(2, new HBox(12, muted(words.get(key)), gap, legend), plot);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label danger(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.DANGER);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
