package whetstone.app.plot;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;

/** Names the curves of a plot, each beside a piece of its line. FX thread. */
public final class Legend extends HBox {
    public Legend() {
        getStyleClass().add("plot-legend");
        getStylesheets().add("/whetstone/css/plot.css");
    }

    public void show(List<Series> shown) {
        getChildren().setAll(shown.stream().map(Legend::entry).toList());
    }

    private static Label entry(Series series) {
        Line line = new Line(0, 0, 18, 0);
        line.getStyleClass().addAll("plot-line", series.style());
        return new Label(series.name(), line);
    }
}
