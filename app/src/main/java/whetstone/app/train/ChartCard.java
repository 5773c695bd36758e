package whetstone.app.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import whetstone.app.plot.Legend;
import whetstone.app.plot.Plot;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;

/** A titled plot with its legend, and a sentence in its place while there is nothing to draw. */
final class ChartCard extends VBox {
    private final Legend legend = new Legend();
    private final Label empty = new Label();
    private final Plot plot;

    ChartCard(String title, String xTitle, String yTitle) {
        getStyleClass().add("chart-card");
        plot = new Plot(xTitle, yTitle);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        heading.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(12, heading, space, legend);
        head.setAlignment(Pos.CENTER_LEFT);
        empty.setWrapText(true);
        empty.setMaxWidth(400);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        StackPane body = new StackPane(plot, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /** @param instead stands in the plot's place where the series have no point */
    void show(Scale x, Scale y, List<Series> series, String instead) {
        empty.setText(instead);
        boolean any = series.stream().anyMatch(curve -> !curve.points().isEmpty());
        plot.show(x, y, series);
        plot.setVisible(any);
        empty.setVisible(!any);
        legend.show(series);
        legend.setVisible(any);
    }
}
